import { beijingDate } from '../../db/domain/civil-date.ts';
import { publicResult, type RatingResult, type RatingWindow } from '../../db/domain/rating.ts';
import type { LogEntry } from '../../db/domain/rating-log.ts';
import type { RatingTally } from '../../db/domain/rating-tally.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import { ratingRows, type RatingRows } from '../../db/queries/rating-rows.ts';
import type { ActContext } from '../act-context.ts';
import { disagreementsOf, entriesOf } from './check-ratings.ts';

/** What anyone may know of a window, from its own rows and its entries in the log. */
export function resultFrom(window: RatingWindow, now: string, n: number, minimum: number, log: readonly LogEntry[]): RatingResult {
  const closed = log.find((entry): entry is LogEntry<'closed'> => entry.act === 'closed');
  const result = publicResult(window, now, n, minimum, closed);
  return result.state === 'closed' && !closed && log.some(({ act }) => act === 'disputed') ? { ...result, disputed: true } : result;
}

/** The tally as it may be published now: result, batches with their receipts, and where the rows disagree. */
export async function tallyRating(
  { db, keys }: Pick<ActContext, 'db' | 'keys'>,
  window: RatingWindow,
  now: string,
  minimum: number,
): Promise<RatingTally> {
  const log = entriesOf(await logRows(db, window.reportId));
  const rows = await ratingRows(db, window.reportId);
  const { n, ...result } = resultFrom(window, now, rows.grades.length, minimum, log);
  return {
    schemaVersion: 1,
    report: window.reportId,
    asOf: beijingDate(new Date(now)),
    ...result,
    // While open the batches tell enough; a rounded number would be stale by the time it is read.
    ...(result.state === 'closed' && n !== undefined && { n }),
    batches: result.state === 'void' ? [] : batchesOf(rows, log),
    disagreements: disagreementsOf({ keys }, window.reportId, rows, window, log),
  };
}

const batchesOf = ({ receipts }: RatingRows, log: readonly LogEntry[]): RatingTally['batches'] =>
  log.flatMap((entry) =>
    entry.act === 'batch'
      ? [{ batch: entry.batch, root: entry.root, receipts: receipts.flatMap(({ hash, batch }) => (batch === entry.batch ? [hash] : [])) }]
      : [],
  );
