import { z } from 'zod';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { stateOfWindow, windowState } from '../../db/domain/rating.ts';
import { secret } from '../../db/domain/secret.ts';
import { countRatings } from '../../db/queries/rating-tallies.ts';
import { findReceipt } from '../../db/queries/rating-windows.ts';
import type { ActContext } from '../act-context.ts';
import { hashReceipt } from './rating-row.ts';

export const receiptToCheck = z.strictObject({ receipt: secret }).meta({ id: 'ReceiptToCheck', description: '测评回执' });

export const countedReceipt = z
  .object({
    counted: z.literal(true),
    state: windowState,
    /** SHA-256 of the receipt, as the tally lists it. */
    hash: z.string(),
    /** The batch in which it was published; null while it waits for its batch. */
    batch: z.number().int().nullable(),
  })
  .meta({ id: 'CountedReceipt', description: '回执对应的一票已计入；不含等次' });
export type CountedReceipt = z.infer<typeof countedReceipt>;

/**
 * Whether the rating that a receipt was given for is counted. Tells nothing of its grades, which no row joins to it.
 * @throws missing (not rated here), invalid `receipt` (not one of this report)
 */
export async function checkReceipt(context: ActContext, reportId: string, receipt: string): Promise<CountedReceipt> {
  const { find } = await context.records.current();
  if (find('reports', reportId)?.status !== 'published') throw new DomainError('missing', 'reportNotFound');
  const hash = hashReceipt(receipt);
  const [[rating], found] = await Promise.all([countRatings(context.db, reportId), findReceipt(context.db, reportId, hash)]);
  if (!rating) throw new DomainError('missing', 'ratingNotPlanned');
  if (!found) throw invalidField('receipt', 'receiptNotCounted');
  return { counted: true, state: stateOfWindow(rating.window, rating.now), hash, batch: found.batch };
}
