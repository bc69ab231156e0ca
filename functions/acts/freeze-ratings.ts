import { canonicalJson } from '../../db/domain/canonical.ts';
import { publicCounts, type RatingWindow } from '../../db/domain/rating.ts';
import type { LogEntry } from '../../db/domain/rating-log.ts';
import { countGrades } from '../../db/domain/rating-tally.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import { ratingRows } from '../../db/queries/rating-rows.ts';
import { freezeWindow, windowsToFreeze } from '../../db/queries/rating-windows.ts';
import type { ActContext } from '../act-context.ts';
import { appendEntries, type Kept } from './append-entries.ts';
import { disagreementsOf, entriesOf } from './check-ratings.ts';
import { batchesSoFar, batchOf } from './publish-receipts.ts';

type Tools = Pick<ActContext, 'db' | 'keys'>;

/**
 * Writes the results of windows that have closed by the database's clock into the log, once and for good; or, where rows
 * and sums disagree, that they do. By the hour, at every release, and when somebody first asks for a result.
 */
export async function freezeRatings(context: Tools, minimum: number, reportId?: string): Promise<void> {
  for (const window of await windowsToFreeze(context.db, reportId)) {
    await appendEntries(context, async () => {
      const log = entriesOf(await logRows(context.db, window.reportId));
      // Somebody else may have frozen it meanwhile.
      return log.some(({ act }) => act === 'closed') ? undefined : resultOf(context, window, log, minimum);
    });
  }
}

async function resultOf({ db, keys }: Tools, window: RatingWindow, log: LogEntry[], minimum: number): Promise<Kept | undefined> {
  const { reportId: report, opensAt, closesAt } = window;
  const rows = await ratingRows(db, report);
  const disagreements = disagreementsOf({ keys }, report, rows, window, log);
  if (disagreements.length > 0) {
    const told = log.findLast((entry): entry is LogEntry<'disputed'> => entry.act === 'disputed');
    if (canonicalJson(told?.disagreements ?? []) === canonicalJson(disagreements)) return undefined;
    return { entries: [{ act: 'disputed', report, disagreements }], changes: [] };
  }
  const n = rows.grades.length;
  const counts = publicCounts(n, countGrades(rows.grades.map(({ grades }) => grades)), minimum);
  const waiting = rows.receipts.flatMap(({ hash, batch }) => (batch === null ? [hash] : []));
  // So few that their number is not told keep their receipts to themselves, too.
  const last = counts.hidden ? { entries: [], changes: [] } : batchOf(report, batchesSoFar(log), waiting);
  return {
    entries: [...last.entries, { act: 'closed', report, opensAt, closesAt, minimum, ...counts }],
    changes: [...last.changes, freezeWindow(report, n)],
  };
}
