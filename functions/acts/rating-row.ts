import { newId } from '../../db/domain/ids.ts';
import { addMarks, claimParts, gradeParts, receiptParts } from '../../db/domain/rating-mark.ts';
import type { Grades } from '../../db/domain/rating.ts';
import type { RatingToKeep } from '../../db/queries/ratings.ts';
import type { ActContext } from '../act-context.ts';
import { sha256Hex } from '../sha256.ts';

type RatingRow = Pick<RatingToKeep, 'codeHash' | 'reportId' | 'id' | 'receipt' | 'grades' | 'mark'> & {
  /** The receipt itself, which only the voter keeps. */
  ticket: string;
};

/** A rating as its rows hold it, with their mark. Costs the same for every code, good or not. */
export async function ratingRow({ keys }: Pick<ActContext, 'keys'>, reportId: string, code: string, grades: Grades): Promise<RatingRow> {
  const [codeHash, ticket] = await Promise.all([keys.hashCode(code), keys.receiptFor(code, reportId)]);
  const [id, receipt] = [newId('grd'), hashReceipt(ticket)];
  const parts = [claimParts(codeHash, reportId), receiptParts(reportId, receipt), gradeParts(id, reportId, grades)];
  return { codeHash, reportId, id, receipt, grades, mark: addMarks(parts.map(keys.markOf)), ticket };
}

/** The hash under which a receipt is published: SHA-256 of its 24 characters. */
export const hashReceipt = (receipt: string): string => sha256Hex(receipt);
