/** The question of the search page and its address: `?q=…&kind=…&page=2`, in the order of the form. */
import type { SearchFilter } from '../queries/search-filters.ts';

const FILTERS: readonly SearchFilter[] = ['kind', 'year', 'unit', 'deputy', 'state', 'class', 'topic'];
const LONGEST = 60;

export type SearchQuestion = { q: string; filters: Partial<Record<SearchFilter, string>>; page: number };

/** What an address asks; a page that is no number is the first. */
export function readSearch(query: URLSearchParams): SearchQuestion {
  const given = FILTERS.map((name) => [name, query.get(name) ?? ''] as const).filter(([, value]) => value !== '');
  const page = Number(query.get('page') ?? 1);
  return {
    q: (query.get('q') ?? '').trim().slice(0, LONGEST),
    filters: Object.fromEntries(given),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The address of a question. */
export function searchAddress({ q, filters, page }: SearchQuestion): string {
  const query = new URLSearchParams({ ...(q && { q }), ...filters, ...(page > 1 && { page: String(page) }) });
  return query.size > 0 ? `?${query.toString()}` : '/search/';
}

/** True where something is asked. */
export const asksAnything = ({ q, filters }: SearchQuestion): boolean => q !== '' || Object.keys(filters).length > 0;
