import { z } from 'zod';
import { newId } from '../../db/domain/ids.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { keepCodes } from '../../db/queries/codes.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

const MOST_AT_ONCE = 100_000;
const HASHES_AT_ONCE = 1000;

export const codesToIssue = z.strictObject({
  reportIds: z.array(z.string()).min(1),
  count: z.number().int().min(1).max(MOST_AT_ONCE),
  sample: z.boolean().default(false),
});

/**
 * Makes one-time codes for published reports. They exist in clear only in what this returns.
 * @throws missing (a report is not there or not published)
 */
export async function issueCodes(context: ActContext, input: z.input<typeof codesToIssue>): Promise<string[]> {
  const { reportIds, count, sample } = codesToIssue.parse(input);
  await checkReports(context, reportIds);
  const codes = [...new Set(Array.from({ length: count }, newSecret))];
  const hashes: string[] = [];
  for (let at = 0; at < codes.length; at += HASHES_AT_ONCE)
    hashes.push(...(await Promise.all(codes.slice(at, at + HASHES_AT_ONCE).map(context.keys.hashCode))));
  const id = newId('set');
  const entry = { at: context.clock.now().toISOString(), actor: 'cli', act: 'issue-codes', target: id };
  await keepCodes(context.db, { id, issuedOn: today(context), reportIds, hashes, sample }, entry);
  return codes.map(formatSecret);
}

/** Throws where a report is unknown or not published. */
export async function checkReports({ records }: ActContext, reportIds: string[]): Promise<void> {
  const { find } = await records.current();
  const wrong = reportIds.filter((id) => find('reports', id)?.status !== 'published');
  if (wrong.length > 0) throw new DomainError('missing', 'reportNotFound', { params: { reports: wrong.join(', ') } });
}
