/**
 * What a search costs on the way to the browser, and whether it finds the same: the site's own question to its index in
 * parts, beside one Pagefind index of the same records as Pagefind makes and loads it by default.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { publishedRecords } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';
import { foldScript } from '../../functions/cli/release/fold-script.ts';
import { writeSearchIndex } from '../../functions/cli/release/search-index.ts';
import { searchRecords, type SearchRecord } from '../../functions/cli/release/search-records.ts';
import { toTraditional } from '../../site/locales/traditional-words.ts';
import type { Answer, Asker } from '../../site/scripts/ask-pagefind.ts';
import type { SearchQuestion } from '../../site/scripts/search-question.ts';
import { seeded } from './large-county.ts';
import { median, type Result } from './result.ts';

const TODAY = '2026-11-22';
const QUESTIONS = 40;
type Ask = (question: SearchQuestion, more: boolean, asker: Asker) => Promise<Answer | undefined>;
type Plain = { search: (q: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }> };
type Asked = { kind: 'words' | 'one record'; q: string; target: string };

/** Files that were loaded since the last `take`, as bytes on the way: texts by brotli, Pagefind's own files as they are. */
const traffic = {
  files: new Set<string>(),
  folder: '',
  take: (): Set<string> => {
    const { files } = traffic;
    traffic.files = new Set();
    return files;
  },
};
const sizes = new Map<string, number>();
const sizeOf = (path: string): number => {
  const known = sizes.get(path) ?? (/\.js(?:on)?$/.test(path) ? brotliCompressSync(readFileSync(path)) : readFileSync(path)).length;
  sizes.set(path, known);
  return known;
};
const kB = (files: Iterable<string>): number => [...files].reduce((sum, path) => sum + sizeOf(path), 0) / 1000;

function serveFiles(): void {
  const fileOf = (address: string): string => join(traffic.folder, address.replace(/\?.*$/, '').replace(`file://${traffic.folder}`, ''));
  // Pagefind takes the language of its words from the page.
  Object.assign(globalThis, { document: { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh-Hans' }) } });
  globalThis.fetch = (address) => {
    const path = fileOf(String(address instanceof Request ? address.url : address));
    traffic.files.add(path);
    return Promise.resolve(new Response(readFileSync(path)));
  };
  registerHooks({
    resolve: (specifier, context, next) => {
      if (!specifier.startsWith('/pagefind/')) return next(specifier, context);
      traffic.files.add(fileOf(specifier));
      return { url: `${pathToFileURL(fileOf(specifier)).href}?${traffic.files.size}${Math.random()}`, shortCircuit: true };
    },
  });
}

/** @param contentDir a content folder, @param label its name in the table */
export async function benchSearch(contentDir: string, label: string): Promise<Result[]> {
  const records = [...searchRecords(publishedRecords(loadRecords(contentDir, TODAY).records, TODAY), TODAY)];
  const work = mkdtempSync(join(tmpdir(), 'huiyin-search-'));
  try {
    const [ours, one] = [join(work, 'ours'), join(work, 'one')];
    await writeSearchIndex(ours, records, undefined);
    await writeOne(join(one, 'client/pagefind'), records);
    serveFiles();
    return await compare(label, ours, one, questionsOf(records));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

type Compared = { kind: Asked['kind']; mine: number; all: number; peer: number; found: boolean; foundByPeer: boolean };

async function compare(label: string, ours: string, one: string, questions: readonly Asked[]): Promise<Result[]> {
  const compared: Compared[] = [];
  for (const [place, { kind, q, target }] of questions.entries()) {
    const first = await askOurs(ours, `${label}${place}`, q);
    const peer = await askOne(one, q);
    compared.push({
      kind,
      mine: first.first,
      all: first.all,
      peer: peer.kB,
      found: first.urls.includes(target),
      foundByPeer: peer.urls.includes(target),
    });
  }
  const rows = (['words', 'one record'] as const).map((kind): Result => {
    const some = compared.filter((row) => row.kind === kind);
    return {
      name: `${label}: bytes of a first query, ${kind === 'words' ? 'words that many hold' : 'a title or number of one'}`,
      ours: median(some.map(({ mine }) => mine)),
      peer: median(some.map(({ peer }) => peer)),
      unit: 'kB',
      ratio: median(some.map(({ mine, peer }) => mine / peer)),
      goal: { atMost: 0.8 },
      note: `median of ${some.length}, until the first results; ${median(some.map(({ all }) => all)).toFixed(0)} kB with what follows by itself; peer: one Pagefind index`,
    };
  });
  const known = compared.filter(({ kind }) => kind === 'one record');
  const share = (of: (row: Compared) => boolean): number => (known.filter(of).length / known.length) * 100;
  const [found, foundByPeer] = [share((row) => row.found), share((row) => row.foundByPeer)];
  return [
    ...rows,
    { name: `${label}: recall@10 of known records`, ours: found, peer: foundByPeer, unit: '%', ratio: found / foundByPeer, goal: { atLeast: 1 } },
  ];
}

/** The answer that a question ends with by itself; what was loaded until the first results were shown, and in all; a module of its own for each question, so that nothing is loaded yet. */
async function askOurs(release: string, name: string, q: string): Promise<{ urls: string[]; first: number; all: number }> {
  traffic.folder = join(release, 'client');
  traffic.take();
  const { askPagefind } = (await import(`../../site/scripts/ask-pagefind.ts?${name}`)) as { askPagefind: Ask };
  let first: number | undefined;
  const tell = ({ total }: Answer): void => {
    if (total > 0) first ??= kB(traffic.files);
  };
  const answer = await askPagefind({ q, filters: {}, page: 1 }, false, { isWanted: () => true, tell });
  const all = kB(traffic.take());
  return { urls: answer?.results.map(({ url }) => url) ?? [], first: first ?? all, all };
}

async function askOne(release: string, q: string): Promise<{ urls: string[]; kB: number }> {
  traffic.folder = join(release, 'client');
  traffic.take();
  const path = '/pagefind/pagefind.js';
  const { search } = (await import(path)) as Plain;
  const { results } = await search(foldScript(q.normalize('NFKC')));
  const ten = await Promise.all(results.slice(0, 10).map(async ({ data }) => (await data()).url.replace(/^.*\/client(?=\/)/, '')));
  // In a browser Pagefind runs in a worker, which is a file of its own.
  return { urls: ten, kB: kB([...traffic.take(), join(traffic.folder, 'pagefind/pagefind-worker.js')]) };
}

/** One index as Pagefind makes it by default. */
async function writeOne(outputPath: string, records: readonly SearchRecord[]): Promise<void> {
  mkdirSync(outputPath, { recursive: true });
  const { index } = await createIndex({ forceLanguage: 'zh-hans' });
  for (const { url, title, text, filters } of records)
    await index?.addCustomRecord({ url, content: foldScript(text), language: 'zh-hans', meta: { title }, filters });
  await index?.writeFiles({ outputPath });
  await close();
  if (readdirSync(outputPath).length === 0) throw new Error('nothing was indexed');
}

/** Words that many records hold, phrases of titles in either script, numbers, units and deputies. */
function questionsOf(records: readonly SearchRecord[]): Asked[] {
  const random = seeded(40);
  const pick = (list: readonly SearchRecord[]): SearchRecord => list[Math.floor(random() * list.length)] as SearchRecord;
  const proposals = records.filter(({ filters }) => filters['kind']?.[0] === 'proposals');
  const core = (title: string): string => title.replaceAll(/^关于|^關於|的建议$|[「」、，。]/g, '');
  return Array.from({ length: QUESTIONS }, (_, at): Asked => {
    const record = pick(proposals);
    const title = core(record.title);
    const lines = record.text.split('\n');
    switch (at % 8) {
      case 0:
        return { kind: 'words', q: title.slice(-3), target: '' };
      case 1:
        return { kind: 'words', q: `${title.slice(0, 2)} ${title.slice(-2)}`, target: '' };
      case 2:
        return { kind: 'one record', q: title.slice(0, 16), target: record.url };
      case 3:
        return { kind: 'one record', q: foldScript(title).slice(0, 16), target: record.url };
      case 4:
        return { kind: 'one record', q: toTraditional(title).slice(0, 16), target: record.url };
      case 5:
        return { kind: 'one record', q: lines.find((line) => /^第?\d+号?$/.test(line)) ?? title, target: record.url };
      case 6:
        return { kind: 'words', q: `${record.filters['unit']?.[0] ?? ''} ${title.slice(-4)}`, target: '' };
      default:
        return { kind: 'words', q: `${lines.at(-2) ?? ''} ${title.slice(-4)}`, target: '' };
    }
  });
}
