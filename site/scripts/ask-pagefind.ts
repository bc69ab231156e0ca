/** Asks Pagefind, which is loaded at the first question, as are the characters that queries are folded by. */
import { foldQuery } from './fold-query.ts';
import type { SearchQuestion } from './search-question.ts';

export const RESULTS_PER_PAGE = 10;
export type Found = { url: string; title: string; excerpt: string; filters: Record<string, string[]> };
export type Answer = { total: number; results: Found[] };

type Fragment = { url: string; excerpt: string; meta: { title: string }; filters: Record<string, string[]> };
type Pagefind = {
  options: (options: { excerptLength: number; ranking: { pageLength: number; metaWeights: Record<string, number> } }) => Promise<void>;
  search: (query: string | null, options: { filters: object }) => Promise<{ results: { data: () => Promise<Fragment> }[] }>;
};

let loading: Promise<{ pagefind: Pagefind; table: string }> | undefined;

async function load(): Promise<{ pagefind: Pagefind; table: string }> {
  // Written by publish, after the bundler has run: a path that it must not look for.
  const path = '/pagefind/pagefind.js';
  const [pagefind, table] = await Promise.all([
    import(/* @vite-ignore */ path) as Promise<Pagefind>,
    fetch('/pagefind/fold.json').then((response) => response.json() as Promise<string>),
  ]);
  // A word in a title says more than one in a text; short records are not better than long ones.
  await pagefind.options({ excerptLength: 48, ranking: { pageLength: 0.2, metaWeights: { title: 12 } } });
  return { pagefind, table };
}

/** The results of one page of a question. Throws where the index cannot be loaded. */
export async function askPagefind({ q, filters, page }: SearchQuestion): Promise<Answer> {
  loading ??= load().catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  const { pagefind, table } = await loading;
  const { results } = await pagefind.search(q === '' ? null : foldQuery(q, table), { filters });
  const here = results.slice((page - 1) * RESULTS_PER_PAGE, page * RESULTS_PER_PAGE);
  const fragments = await Promise.all(here.map((result) => result.data()));
  return {
    total: results.length,
    results: fragments.map(({ url, excerpt, meta, filters: marks }) => ({ url, excerpt, title: meta.title, filters: marks })),
  };
}
