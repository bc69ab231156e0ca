import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { foldScript, foldTable } from './fold-script.ts';

/** One thing that can be found. `text` is folded here, as queries are folded in the browser; `title` is shown as written. */
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

/** Marks that would show in the excerpts of results. */
const MARKDOWN = /^#{1,6} +|^> ?|\*\*|`/gm;

/**
 * Writes the search index to `client/pagefind/`. It is built from records, not pages, so that navigation and frames
 * are never found. `fold.json` beside it tells the browser how to fold a query.
 * @throws with Pagefind's own words when it refuses a record
 */
export const writeSearchIndex = async (client: string, records: Iterable<SearchRecord>): Promise<number> => {
  const { index, errors } = await createIndex({ forceLanguage: 'zh-hans' });
  if (!index) throw new Error(errors.join('\n'));
  const outputPath = join(client, 'pagefind');
  const indexed = new Set<string>();
  let count = 0;
  try {
    for (const { url, title, text, filters, sort, meta } of records) {
      const content = foldScript(text.replaceAll(MARKDOWN, ''));
      for (const character of content) indexed.add(character);
      const added = await index.addCustomRecord({ url, content, language: 'zh-hans', meta: { title, ...meta }, filters, sort });
      if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('\n')}`);
      count += 1;
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } finally {
    await close();
  }
  await writeFile(join(outputPath, 'fold.json'), JSON.stringify(foldTable(indexed)));
  for (const name of await readdir(outputPath)) if (UNUSED.test(name)) await rm(join(outputPath, name));
  return count;
};
