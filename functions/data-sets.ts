import { KINDS, type Kind } from '../db/domain/kinds.ts';
import type { DerivedKind } from '../db/domain/open-data.ts';
import type { Records } from '../db/domain/records.ts';

/** A file larger than this is split by year: spreadsheets and phones give up on larger ones. */
const SPLIT_ABOVE = 20 * 1024 * 1024;

type Item = { id: string };
export type DataSet<K = Kind | DerivedKind> = { schemaVersion: 1; kind: K; date: string | null; licence: string; items: Item[] };

/**
 * The open data of every kind by file name without ending: `proposals`, or `proposals-2024` where a kind is too large.
 * `date` is the newest date up to `today` that a record of the file names; items stand in the order of their ids.
 */
export const dataSets = (published: Records, today: string, splitAbove = SPLIT_ABOVE): Map<string, DataSet<Kind>> => {
  const sets = new Map<string, DataSet<Kind>>();
  for (const kind of KINDS) {
    const items: Item[] = kind === 'site' ? [published.site] : [...published[kind].values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const parts = Buffer.byteLength(JSON.stringify(items)) > splitAbove ? byYear(items, today) : new Map([['', items]]);
    for (const [year, part] of [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      sets.set(year === '' ? kind : `${kind}-${year}`, {
        schemaVersion: 1,
        kind,
        date: newestDate(part, today),
        licence: published.site.licence,
        items: part,
      });
  }
  return sets;
};

const byYear = (items: Item[], today: string): Map<string, Item[]> =>
  Map.groupBy(items, (item) => newestDate([item], today)?.slice(0, 4) ?? 'undated');

/** The newest date up to `today` that stands in the items; null where there is none. */
export const newestDate = (items: readonly object[], today: string): string | null => {
  let newest: string | null = null;
  for (const [, date = ''] of JSON.stringify(items).matchAll(/:"(\d{4}-\d\d-\d\d)"/g))
    if (date <= today && (newest === null || date > newest)) newest = date;
  return newest;
};
