/** Batches of receipts (回执分批): receipts are published many at a time, so that nobody can watch one voter arrive. */

const SMALLEST = 10;
const STEP = 10;

/** The smallest batch: ten, or the congress's own minimum where that is larger. */
export const batchMinimum = (minimum: number): number => Math.max(SMALLEST, minimum);

/**
 * How many of the receipts not yet published go out now, while the window is open: whole tens, and never so many that
 * fewer than a batch would be left for the end.
 */
export function batchSize(waiting: number, minimum: number): number {
  const smallest = batchMinimum(minimum);
  const ready = Math.floor((waiting - smallest) / STEP) * STEP;
  return ready >= smallest ? ready : 0;
}
