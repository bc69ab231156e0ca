/** What the acts of signing in share: what they answer, and how the library's refusals are read. */
import { isAPIError } from 'better-auth/api';
import type { EntryStep } from '../../../db/domain/staff.ts';

/** Where a person stands after an act, and the cookies that the answer must carry. */
export type Entry = { next: EntryStep | 'code'; cookies: string[] };

/** The library's code of a refusal; undefined where the error is none of its refusals and must be thrown on. */
export function refusalOf(error: unknown): string | undefined {
  if (!isAPIError(error)) return undefined;
  const { body } = error as { body?: { code?: string } };
  return body?.code ?? 'REFUSED';
}
