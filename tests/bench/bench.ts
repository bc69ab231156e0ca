/**
 * `npm run bench`: measures and prints one table. `--records DIR` also makes the site from a folder of council records,
 * `--only render,weight,static,ratings,start,find,restore,desk,ballot,forbidden,lighthouse,axe,county,search,edits` chooses (the
 * last seven only when named: they take minutes), `--strict` fails on every missed goal.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAxe } from './axe.ts';
import { benchBallot } from './ballot.ts';
import { benchDesk } from './desk.ts';
import { benchFind } from './find.ts';
import { benchForbidden } from './forbidden.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchRatings } from './ratings.ts';
import { benchEdits } from './incremental.ts';
import { benchRender, type Source } from './render.ts';
import { benchSearch } from './search.ts';
import { benchRestore } from './restore.ts';
import { asTable, meetsGoal, type Result } from './result.ts';
import { benchStart } from './start.ts';
import { benchStatic } from './static.ts';
import { benchWeight } from './weight.ts';

const PARTS = [
  'render',
  'weight',
  'static',
  'ratings',
  'start',
  'find',
  'restore',
  'desk',
  'ballot',
  'forbidden',
  'lighthouse',
  'axe',
  'county',
  'search',
  'edits',
] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({ options: { records: { type: 'string' }, only: { type: 'string' }, strict: { type: 'boolean' } } });
const chosen = chosenParts(values.only);
const results: Result[] = [];

const sources: Source[] = [{ kind: 'sample' }];
if (values.records) sources.push({ kind: 'council', folder: values.records });
if (chosen.has('county')) sources.push({ kind: 'county' });
for (const source of sources)
  if (chosen.has('render') || chosen.has('weight') || chosen.has('search') || source.kind === 'county')
    await measure(`the site of the ${source.kind}`, () => benchSite(source));
if (chosen.has('edits')) await measure('edits', benchEdits);
if (chosen.has('static')) await measure('static pages', async () => [await benchStatic()]);
if (chosen.has('ratings')) await measure('ratings', benchRatings);
if (chosen.has('start')) await measure('npm start', benchStart);
if (chosen.has('find')) await measure('the look-up', benchFind);
if (chosen.has('restore')) await measure('backup and restore', benchRestore);
if (chosen.has('desk')) await measure('the desk', benchDesk);
if (chosen.has('ballot')) await measure('the ballot', benchBallot);
if (chosen.has('forbidden')) await measure('forbidden fields', benchForbidden);
if (chosen.has('lighthouse')) await measure('Lighthouse', benchLighthouse);
if (chosen.has('axe')) await measure('axe in full', async () => benchAxe());
console.log(asTable(results));
if (results.some(fails)) process.exitCode = 1;

/** One part that cannot be measured does not keep the others from it. */
async function measure(what: string, part: () => Promise<Result[]>): Promise<void> {
  console.log(`measuring ${what} …`);
  try {
    results.push(...(await part()));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

/** The site made from one source: how long it takes, what its pages weigh, and what a search in it costs. */
async function benchSite(source: Source): Promise<Result[]> {
  const work = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  try {
    const isCounty = source.kind === 'county';
    // To be weighed or searched the site has to be made only once.
    const made = await benchRender(source, work, chosen.has('render') && !isCounty ? undefined : 1);
    return [
      ...(chosen.has('render') || isCounty ? made.results : []),
      ...(chosen.has('weight') || isCounty ? benchWeight(made.client, source.kind) : []),
      ...(chosen.has('search') ? await benchSearch(made.contentDir, source.kind) : []),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * A missed goal says NO in the table. Sizes, memory and counts are the same on every machine and always fail the run; times and
 * rates vary with what else a CI machine does, and must not break it by noise: they fail only when asked for by `--strict`.
 */
function fails(result: Result): boolean {
  const isExact = result.unit === 'kB' || result.unit === 'MiB' || result.unit.startsWith('of ');
  return meetsGoal(result) === false && (isExact || values.strict === true);
}

function chosenParts(only: string | undefined): Set<Part> {
  // These take too long for every run: they are named.
  const long: readonly Part[] = ['ballot', 'forbidden', 'lighthouse', 'axe', 'county', 'search', 'edits'];
  if (only === undefined) return new Set(PARTS.filter((part) => !long.includes(part)));
  const names = only.split(',');
  const unknown = names.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`--only knows ${PARTS.join(', ')}, not ${unknown.join(', ')}`);
  return new Set(PARTS.filter((part) => names.includes(part)));
}
