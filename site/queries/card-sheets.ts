/** Contact cards on sheets of paper: eight of business-card kind on an A4. */
import type { MandateFacts } from './mandates.ts';

export const CARDS_PER_SHEET = 8;

/** A card on a sheet; `again` where it repeats one that stands before it on the same sheet. */
export type SheetCard = { facts: MandateFacts; again: boolean };

/**
 * Sheets for the deputies in office among these: one card of each, in order; where they are fewer than a sheet takes,
 * they are repeated in turn until it is full.
 */
export function sheetsOf(mandates: readonly MandateFacts[]): SheetCard[][] {
  const valid = mandates.filter(({ active }) => active);
  if (valid.length === 0) return [];
  const count = Math.max(valid.length, CARDS_PER_SHEET);
  const cards = Array.from({ length: count }, (_, place) => ({ facts: valid[place % valid.length] as MandateFacts, again: place >= valid.length }));
  return Array.from({ length: Math.ceil(count / CARDS_PER_SHEET) }, (_, sheet) =>
    cards.slice(sheet * CARDS_PER_SHEET, (sheet + 1) * CARDS_PER_SHEET),
  );
}
