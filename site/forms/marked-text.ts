/** A text in pieces, those that hold personal data named, so that a page can mark them or put something in their place. */
import type { PersonalData, PersonalDataKind } from '../../db/domain/personal-data/find.ts';

export type Piece = { text: string; kind?: PersonalDataKind };

/** The pieces of a text in order. */
export function piecesOf(text: string, found: readonly PersonalData[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, start, end } of found) {
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
