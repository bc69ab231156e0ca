import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { fileQueue } from './file-queue.ts';
import { foldScript, foldTable } from './fold-script.ts';
import { listFiles } from './inventory.ts';
import type { SearchRecord } from './search-records.ts';
import { shardsOf, type Shard } from './search-shards.ts';

/** Pagefind's ready-made user interfaces, and its worker, which would load the same program a second time. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;
/** The program, which the page takes from the part that it always opens. */
const PROGRAM = /^(?:pagefind\.js|wasm\..*)$/;

/** Marks that would show in the excerpts of results. */
const MARKDOWN = /^#{1,6} +|^> ?|\*\*|`/gm;

/** What the search page reads first: the parts, newest first, and how a query is folded. */
export type ShardList = { shards: { folder: string; year?: number; term?: string; count: number }[]; fold: string };
/** Which characters each part holds, kept beside a release for the next one. */
type KeptFile = Record<string, string>;
const KEPT = 'search.json';

export type WrittenSearch = { records: number; shards: number; made: number };

/**
 * Writes the search index to `client/pagefind/`, in parts by year and kind; a part whose records have not changed is
 * taken from the release `before`. It is built from records, not pages, so that navigation and frames are never found.
 * @throws with Pagefind's own words when it refuses a record
 */
export const writeSearchIndex = async (folder: string, records: Iterable<SearchRecord>, before: string | undefined): Promise<WrittenSearch> => {
  const shards = shardsOf(records);
  const kept = before === undefined ? {} : await readKept(before);
  const characters: KeptFile = {};
  let made = 0;
  try {
    for (const shard of shards) {
      const target = folderOf(folder, shard);
      const known = kept[shard.folder];
      if (before !== undefined && known !== undefined && existsSync(folderOf(before, shard))) {
        await takeFolder(folderOf(before, shard), target);
        characters[shard.folder] = known;
      } else {
        characters[shard.folder] = await writeShard(target, shard);
        made += 1;
      }
    }
  } finally {
    await close();
  }
  const list: ShardList = {
    shards: shards.map(({ folder: name, part, records: { length } }) => ({ folder: name, ...timeOf(part), count: length })),
    fold: foldTable(new Set(Object.values(characters).join(''))),
  };
  writeFileSync(join(folder, 'client/pagefind/shards.json'), JSON.stringify(list));
  writeFileSync(join(folder, KEPT), JSON.stringify(characters));
  return { records: shards.reduce((sum, { records: { length } }) => sum + length, 0), shards: shards.length, made };
};

const timeOf = (part: Shard['part']): { year?: number; term?: string } =>
  !part ? {} : part.year === undefined ? { term: part.term } : { year: part.year };

const folderOf = (release: string, { folder }: Shard): string => join(release, 'client/pagefind/shards', folder);

const readKept = async (release: string): Promise<KeptFile> => {
  try {
    return JSON.parse(await readFile(join(release, KEPT), 'utf8')) as KeptFile;
  } catch {
    return {};
  }
};

const takeFolder = async (from: string, target: string): Promise<void> => {
  const files = fileQueue();
  for (const path of await listFiles(from)) await files.take(join(from, path), join(target, path));
  await files.finish();
};

/** Indexes one part. @returns every character in it, each once */
const writeShard = async (target: string, { part, records }: Shard): Promise<string> => {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-hans' });
  if (!index) throw new Error(errors.join('\n'));
  const indexed = new Set<string>();
  for (const { url, title, text, filters } of records) {
    const content = foldScript(text.replaceAll(MARKDOWN, ''));
    for (const character of content) indexed.add(character);
    const added = await index.addCustomRecord({ url, content, language: 'zh-hans', meta: { title }, filters });
    if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
  }
  mkdirSync(target, { recursive: true });
  const written = await index.writeFiles({ outputPath: target });
  if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  // Its memory is given back before the next part is indexed.
  await index.deleteIndex();
  for (const name of await readdir(target)) if (UNUSED.test(name) || (part && PROGRAM.test(name))) await rm(join(target, name));
  return [...indexed].toSorted().join('');
};
