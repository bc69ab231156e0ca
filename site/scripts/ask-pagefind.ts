/**
 * Asks Pagefind, which is loaded at the first question, as are the characters that queries are folded by. The index lies
 * in parts by year: titles, numbers and names of all are asked first, texts of older years only while they are needed, so
 * that a first answer is small.
 */
import { foldQuery } from './fold-query.ts';
import { goesOn, isProgram, stepsOf, withoutHeads, type Part } from './search-parts.ts';
import type { SearchQuestion } from './search-question.ts';

export const RESULTS_PER_PAGE = 10;
export type Found = { url: string; title: string; excerpt: string; filters: Record<string, string[]> };
/** `asked`: parts that were looked into; `left`: those that were not. */
export type Answer = { total: number; results: Found[]; asked: Part[]; left: Part[] };

type Fragment = { url: string; excerpt: string; meta: { title: string }; filters: Record<string, string[]> };
type Options = { language: string; excerptLength: number; ranking: object; metaCacheTag: string };
type Pagefind = {
  init: () => Promise<void>;
  options: (options: Partial<Options>) => Promise<void>;
  mergeIndex: (folder: string, options: Options) => Promise<void>;
  search: (query: string | null, options: { filters: object }) => Promise<{ results: { data: () => Promise<Fragment> }[] }>;
};
type Program = { createInstance: (options: Options & { basePath: string; noWorker: boolean }) => Pagefind };

const FOLDER = '/pagefind/shards/';
const OPTIONS: Options = {
  language: 'zh-hans',
  excerptLength: 48,
  // A word in a title says more than one in a text; short records are not better than long ones.
  ranking: { pageLength: 0.2, metaWeights: { title: 12 } },
  // A part is named by its content, so a browser may keep all of it.
  metaCacheTag: 'kept',
};

type Loaded = { program: Program; parts: Part[]; fold: string };
let loading: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const response = await fetch('/pagefind/shards.json');
  if (!response.ok) throw new Error(`shards.json: ${response.status}`);
  const { shards: parts, fold } = (await response.json()) as { shards: Part[]; fold: string };
  const holder = parts.find(isProgram);
  // Written by publish, after the bundler has run: a path that it must not look for.
  const path = `${FOLDER}${holder?.folder}/pagefind.js`;
  return { program: (await import(/* @vite-ignore */ path)) as Program, parts, fold };
}

/** Who asks: whether the answer is still wanted, and what was found so far while further parts are being looked into. */
export type Asker = { isWanted: () => boolean; tell: (soFar: Answer, next: Part[]) => void };

/** A question that parts are open for, as far as it was looked into. */
type Open = { asked: string; pagefind: Pagefind; steps: Part[][]; taken: number };
let open: Open | undefined;

const merge = (pagefind: Pagefind, parts: readonly Part[]): Promise<unknown> =>
  Promise.all(parts.map(({ folder }) => pagefind.mergeIndex(`${FOLDER}${folder}/`, OPTIONS)));

/** A Pagefind of its own for each question: parts that an earlier one needed are not asked again. */
async function begin({ program, parts }: Loaded, question: SearchQuestion, asked: string): Promise<Open> {
  const steps = stepsOf(parts, question);
  const [holder, ...others] = steps[0] ?? [];
  const pagefind = program.createInstance({ ...OPTIONS, basePath: `${FOLDER}${holder?.folder}/`, noWorker: true });
  await pagefind.init();
  await merge(pagefind, others);
  return { asked, pagefind, steps, taken: 1 };
}

async function goFurther({ asked, pagefind, steps, taken }: Open): Promise<Open> {
  await merge(pagefind, steps[taken] ?? []);
  return { asked, pagefind, steps, taken: taken + 1 };
}

let last: Promise<unknown> = Promise.resolve();

/**
 * The results of one page of a question, and with `more` those of further years too.
 * Undefined where nobody wants them any more. One question at a time.
 * @throws where a part cannot be loaded
 */
export function askPagefind(question: SearchQuestion, more: boolean, asker: Asker): Promise<Answer | undefined> {
  const answer = last.then(() => (asker.isWanted() ? ask(question, more, asker) : undefined));
  last = answer.catch(() => undefined);
  return answer;
}

async function ask(question: SearchQuestion, more: boolean, { isWanted, tell }: Asker): Promise<Answer | undefined> {
  loading ??= load().catch((reason: unknown) => {
    loading = undefined;
    throw reason;
  });
  const loaded = await loading;
  const { q, filters, page } = question;
  const asked = JSON.stringify([q, filters]);
  if (open?.asked !== asked) open = await begin(loaded, question, asked);
  else if (more) open = await goFurther(open);
  for (;;) {
    const taken = { ...filters, ...withoutHeads(open.steps.slice(0, open.taken).flat()) };
    const { results } = await open.pagefind.search(q === '' ? null : foldQuery(q, loaded.fold), { filters: taken });
    const next = open.steps[open.taken];
    if (!next || !goesOn(results.length, page, RESULTS_PER_PAGE, open.taken)) return answerOf(open, results, page);
    if (!isWanted()) return undefined;
    tell(await answerOf(open, results, page), next);
    open = await goFurther(open);
  }
}

async function answerOf({ steps, taken }: Open, results: { data: () => Promise<Fragment> }[], page: number): Promise<Answer> {
  const here = results.slice((page - 1) * RESULTS_PER_PAGE, page * RESULTS_PER_PAGE);
  const fragments = await Promise.all(here.map((result) => result.data()));
  return {
    total: results.length,
    results: fragments.map(({ url, excerpt, meta, filters }) => ({ url, excerpt, title: meta.title, filters })),
    asked: steps.slice(0, taken).flat(),
    left: steps.slice(taken).flat(),
  };
}
