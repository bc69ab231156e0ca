/** A match of the look-up in words, for the page on demand and for the script alike. */
import type { NameMatch } from '../../db/domain/find/view.ts';
import type { Words } from '../words/words.ts';

/** The words that the script is given with the page: texts only. */
export type FoundWords = Pick<Words['find'], 'kind' | 'also' | 'seats' | 'noDeputies' | 'split' | 'part' | 'whole' | 'employer'>;
export type FoundRow = { path: string; name: string; meta: string[]; note: string | undefined; lines: string[] };

/** Fills the blanks of a text. */
export const fill = (text: string, blanks: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));

export function foundRow({ kind, path, name, also, place, seats }: NameMatch, words: FoundWords): FoundRow {
  const meta = [
    words.kind[kind],
    place.join(kind === 'deputy' || kind === 'former' ? '，' : ''),
    also && fill(words.also[also.kind], { name: also.text }),
  ];
  const lines = seats.map(({ congress, name: seat, deputies, part }) => {
    const line = fill(words.seats, { congress, name: seat, deputies: deputies || words.noDeputies });
    return part === undefined ? line : fill(words.part, { seats: line, part });
  });
  return { path, name, meta: meta.filter((text): text is string => text !== undefined && text !== ''), note: noteOf(kind, seats, words), lines };
}

function noteOf(kind: NameMatch['kind'], seats: NameMatch['seats'], words: FoundWords): string | undefined {
  if (kind === 'employer') return words.employer;
  if (seats.some(({ part }) => part !== undefined)) return words.split;
  return seats.length === 0 && (kind === 'town' || kind === 'township' || kind === 'street') ? words.whole : undefined;
}
