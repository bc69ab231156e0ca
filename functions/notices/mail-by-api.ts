import { postJson } from './post-json.ts';
import type { Sender } from './sender.ts';

/**
 * A mail service over http(s): `POST {id, to, from?, subject, text}`, `from` out of the address's own `?from=`. Tried
 * again where the outcome is unknown: readers' programs show a message of the same id once.
 */
export const mailByApi = (address: string): Sender => {
  const url = new URL(address);
  const from = url.searchParams.get('from') ?? undefined;
  url.searchParams.delete('from');
  return ({ id, to, subject, text }) => postJson(url.href, id, { id, to, from, subject, text }, 'later');
};
