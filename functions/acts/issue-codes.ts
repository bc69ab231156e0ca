import { z } from 'zod';
import { newId } from '../../db/domain/ids.ts';
import { namedReport } from '../../db/domain/release.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import type { LogFacts } from '../../db/domain/rating-log.ts';
import { newSetChanges, type CodeSet } from '../../db/queries/codes.ts';
import { ratingWindows } from '../../db/queries/rating-windows.ts';
import { auditRow } from '../../db/queries/statement.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { sha256Hex } from '../sha256.ts';
import { appendEntries } from './append-entries.ts';

const MOST_AT_ONCE = 100_000;
const HASHES_AT_ONCE = 1000;

export const codesToIssue = z.strictObject({
  reportIds: z.array(z.string()).min(1),
  count: z.number().int().min(1).max(MOST_AT_ONCE),
  sample: z.boolean().default(false),
});

/** What the desk asks for: a printer takes a few thousand slips at most. */
export const codesToPrint = z.strictObject({
  reportIds: z.array(z.string()).min(1, { error: 'required' }),
  count: z.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' }).max(2000, { error: 'tooManyCodes' }),
});

/** A printing as it is handed over: the codes, and what their slips say of the reports. */
export type Issued = { set: string; codes: string[]; reports: { id: string; title: string; closesAt?: string }[] };

/**
 * Makes one-time codes for published reports. They exist in clear only in what this returns.
 * @throws missing (a report is not there or not published)
 */
export async function issueCodes(context: ActContext, input: z.input<typeof codesToIssue>, actor = 'cli'): Promise<Issued> {
  const { reportIds, count, sample } = codesToIssue.parse(input);
  const reports = [...new Set(reportIds)];
  await checkReports(context, reports);
  const codes = [...new Set(Array.from({ length: count }, newSecret))];
  const hashes: string[] = [];
  for (let at = 0; at < codes.length; at += HASHES_AT_ONCE)
    hashes.push(...(await Promise.all(codes.slice(at, at + HASHES_AT_ONCE).map(context.keys.hashCode))));
  const set: CodeSet = { id: newId('set'), issuedOn: today(context), reportIds: reports, hashes, sample };
  await appendEntries(context, async (now) => ({
    entries: [issuedEntry(set)],
    changes: [...newSetChanges(set), auditRow({ at: now, actor, act: 'issue-codes', target: set.id })],
  }));
  return { set: set.id, codes: codes.map(formatSecret), reports: await onSlips(context, reports) };
}

/** Each report with its deputy's name, and the end of its window where that is set. */
async function onSlips({ db, records }: ActContext, reportIds: string[]): Promise<Issued['reports']> {
  const { find } = await records.current();
  const windows = new Map((await ratingWindows(db)).map((window) => [window.reportId, window]));
  return reportIds.map((id) => {
    const report = find('reports', id);
    const deputy = find('people', report?.of?.split(/[:/]/)[1] ?? '');
    const closesAt = windows.get(id)?.closesAt;
    return { id, title: report ? namedReport(report, deputy) : id, ...(closesAt && { closesAt }) };
  });
}

/** What the log says of a printing. */
export const issuedEntry = ({ id, reportIds, hashes, issuedOn, sample }: CodeSet): LogFacts => ({
  act: 'issued',
  set: id,
  reports: reportIds.toSorted(),
  count: hashes.length,
  codes: sha256Hex(hashes.toSorted().join('\n')),
  issuedOn,
  ...(sample && { sample }),
});

/** Throws where a report is unknown or not published. */
export async function checkReports({ records }: ActContext, reportIds: string[]): Promise<void> {
  const { find } = await records.current();
  const wrong = reportIds.filter((id) => find('reports', id)?.status !== 'published');
  if (wrong.length > 0) throw new DomainError('missing', 'reportNotFound', { params: { reports: wrong.join(', ') } });
}
