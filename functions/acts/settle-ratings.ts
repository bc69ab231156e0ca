import { openWindows } from '../../db/queries/rating-windows.ts';
import type { ActContext } from '../act-context.ts';
import { freezeRatings } from './freeze-ratings.ts';
import { publishReceipts } from './publish-receipts.ts';

/** What time brings about by itself: results of windows that have closed, and batches of receipts of those still open. */
export async function settleRatings(context: Pick<ActContext, 'db' | 'keys'>, minimum: number): Promise<void> {
  await freezeRatings(context, minimum);
  await publishReceipts(context, await openWindows(context.db), minimum);
}
