/** The filters of the search page and their values, exactly as functions/cli/release/search-records.ts indexes them. */
import type { Words } from '../words/words.ts';
import { choicesOf, type Choice } from './choices.ts';
import type { County } from './county.ts';

export const SEARCH_FILTERS = ['kind', 'year', 'unit', 'deputy', 'state', 'class', 'topic'] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** Every filter with its values; the script also reads the words for codes from them. Units are indexed by name, the others by their codes. */
export function searchFilters(county: County, words: Words): { name: SearchFilter; options: Choice[] }[] {
  const { year, unit, deputy, state, class: result, topic } = choicesOf(county, words);
  const kind = Object.entries(words.search.kind).map(([value, label]) => ({ value, label }));
  const options: Record<SearchFilter, Choice[]> = {
    kind,
    year,
    unit: unit.map(({ label }) => ({ value: label, label })),
    deputy,
    state,
    class: result,
    topic,
  };
  return SEARCH_FILTERS.map((name) => ({ name, options: options[name] }));
}
