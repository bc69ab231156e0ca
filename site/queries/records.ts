/** The official records, read once per process: publish, Astro's build in the same process and every page share one load. */
import { resolve } from 'node:path';
import { beijingDate } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { Records } from '../../db/domain/records.ts';
import { loadRecords, type Loaded } from '../../db/records/load.ts';
import { noteUnwatched } from '../../db/records/reads.ts';

type Global = { [KEY]?: Map<string, Loaded> };
const KEY = Symbol.for('huiyin.loaded');
// Pages are bundled and the publish command is not, so a module variable would load everything twice.
const loaded = ((globalThis as Global)[KEY] ??= new Map());

let named: { as: string | undefined; dir: string } | undefined;

/** The content folder, absolute. */
export function contentDir(): string {
  const as = process.env.CONTENT_DIR;
  if (named?.as !== as || !named) named = { as, dir: resolve(as ?? './content') };
  return named.dir;
}

/** The day that pages are made for (Beijing), or HUIYIN_TODAY. */
export const today = (): CivilDate => process.env.HUIYIN_TODAY ?? beijingDate(new Date());

/** All records, for those who ask no question of `openCounty`: a page that does is rendered at every publish. */
export function allRecords(): Records {
  noteUnwatched();
  return loadedRecords();
}

/** All records as the public may see them. Throws where there is a fault: a page is never made from half a county. */
export function loadedRecords(): Records {
  const dir = contentDir();
  const found = loaded.get(dir) ?? loadRecords(dir, today());
  loaded.set(dir, found);
  if (found.faults.length > 0)
    throw new Error(`${found.faults.length} faults in ${dir}, first: ${JSON.stringify(found.faults[0])}. Run: npm run check:content`);
  return found.records;
}

/** Drops what was read, so that the next page reads the files again (development). */
export const forgetRecords = (): void => loaded.clear();
