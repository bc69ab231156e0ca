import { batchSize } from '../../db/domain/rating-batch.ts';
import type { RatingWindow } from '../../db/domain/rating.ts';
import type { LogEntry, LogFacts } from '../../db/domain/rating-log.ts';
import type { Change } from '../../db/queries/rating-log.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import { batchReceipts, waitingReceipts } from '../../db/queries/rating-windows.ts';
import type { ActContext } from '../act-context.ts';
import { appendEntries } from './append-entries.ts';
import { entriesOf, receiptsRoot } from './check-ratings.ts';

/** The entry and the change by which these receipts, sorted, become the next batch of a report. */
export function batchOf(report: string, before: number, receipts: readonly string[]): { entries: LogFacts[]; changes: Change[] } {
  const last = receipts.at(-1);
  if (last === undefined) return { entries: [], changes: [] };
  const batch = before + 1;
  return {
    entries: [{ act: 'batch', report, batch, count: receipts.length, root: receiptsRoot(receipts) }],
    changes: [batchReceipts(report, batch, last, receipts.length)],
  };
}

export const batchesSoFar = (log: readonly LogEntry[]): number => log.filter(({ act }) => act === 'batch').length;

/** While windows are open: puts receipts that wait into batches, as many as may be published without giving one voter away. */
export async function publishReceipts(context: Pick<ActContext, 'db' | 'keys'>, windows: readonly RatingWindow[], minimum: number): Promise<void> {
  for (const { reportId } of windows) {
    await appendEntries(context, async () => {
      const waiting = await waitingReceipts(context.db, reportId);
      const size = batchSize(waiting.length, minimum);
      if (size === 0) return undefined;
      // By their hashes, which say nothing of who came when.
      return batchOf(reportId, batchesSoFar(entriesOf(await logRows(context.db, reportId))), waiting.slice(0, size));
    });
  }
}
