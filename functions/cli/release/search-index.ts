import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** One thing that can be found. `text` is folded by the caller exactly as queries are folded in the browser. */
export type SearchRecord = {
  url: string;
  title: string;
  text: string;
  filters: Record<string, string[]>;
  sort?: Record<string, string>;
  meta?: Record<string, string>;
};

/** Pagefind's ready-made user interfaces, which our search page does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the search index to `client/pagefind/`. It is built from records, not pages, so that navigation and frames
 * are never found.
 * @throws with Pagefind's own words when it refuses a record
 */
export const writeSearchIndex = async (client: string, records: Iterable<SearchRecord>): Promise<number> => {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-hans' });
  if (!index) throw new Error(errors.join('\n'));
  const outputPath = join(client, 'pagefind');
  let count = 0;
  try {
    for (const { url, title, text, filters, sort, meta } of records) {
      const added = await index.addCustomRecord({ url, content: text, language: 'zh-hans', meta: { title, ...meta }, filters, sort });
      if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
      count += 1;
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await close();
  }
  for (const name of await readdir(outputPath)) if (UNUSED.test(name)) await rm(join(outputPath, name));
  return count;
};
