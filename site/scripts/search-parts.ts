/** In which order the parts of the index are looked into: first what is always asked and the newest year, older ones after. */
import type { SearchQuestion } from './search-question.ts';

/** A part as publish names it (functions/cli/release/search-index.ts): proposals of a year or of a term; one without either holds all else. */
export type Part = { folder: string; year?: number; term?: string; count: number };

export const isProgram = ({ year, term }: Part): boolean => year === undefined && term === undefined;

/**
 * The steps of a search, each with the parts that it adds: first that which holds the program, the people and units, and
 * titles, numbers and names of all proposals; then their texts, the newest first, a year in the question before it. Each
 * step is larger than the one before: what was not found in two years is seldom in the third.
 */
export function stepsOf(parts: readonly Part[], { q, filters }: SearchQuestion): Part[][] {
  const program = parts.find(isProgram);
  if (!program) return [];
  const wanted = parts.filter((part) => !isProgram(part) && mayHold(filters, part.year));
  const named = new Set(Array.from(q.matchAll(/(?:19|20)\d\d/g), ([year]) => Number(year)));
  const ordered = [...wanted.filter(({ year }) => named.has(year ?? 0)), ...wanted.filter(({ year }) => !named.has(year ?? 0))];
  const steps = [[program]];
  for (let at = 0, size = 1; at < ordered.length; at += size, size *= steps.length > 2 ? 2 : 1) steps.push(ordered.slice(at, at + size));
  return steps;
}

/**
 * Whether a search goes on by itself: to the newest texts where the page is not full, to older ones only where it is empty.
 * @param taken steps that were taken
 */
export const goesOn = (found: number, page: number, perPage: number, taken: number): boolean =>
  taken === 1 ? found < page * perPage : found <= (page - 1) * perPage;

/** Short entries of proposals whose whole ones are in these parts would be found twice. */
export const withoutHeads = (parts: readonly Part[]): object => {
  const names = parts.flatMap(({ year, term }) => (year === undefined ? (term ?? []) : String(year)));
  return names.length > 0 ? { head: { none: names } } : {};
};

/** False where a filter rules all proposals of a year out. */
const mayHold = ({ kind, year }: SearchQuestion['filters'], of: number | undefined): boolean =>
  (kind === undefined || kind === 'proposals') && (year === undefined || Number(year) === of);

/** The time of proposals as people write it: `2024 年`, `2019—2021 年、第16届`. @param words `{years} 年` */
export function spanOf(parts: readonly Part[], words: string): string {
  const years = parts.flatMap(({ year }) => year ?? []).toSorted((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  const span = first === last ? `${first}` : `${first}—${last}`;
  const terms = new Set(parts.flatMap(({ term }) => term ?? []));
  return [...(years.length > 0 ? [words.replace('{years}', span)] : []), ...terms].join('、');
}
