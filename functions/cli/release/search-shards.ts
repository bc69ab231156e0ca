import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SearchPart, SearchRecord } from './search-records.ts';

/**
 * A part of the search index: all proposals of a year (or term, see search-records.ts), or everything else, which has
 * no `part`. `folder` is named by what is in it, so an unchanged part keeps its address for ever.
 */
export type Shard = { part: SearchPart | undefined; folder: string; records: SearchRecord[] };

const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};
/** Changes when records are indexed in another way, so that no old part is taken over. */
const WAY = 1;

/** First what every question looks into: people, units, stations, reports, announcements, titles of proposals. Then texts of proposals, the newest first. */
export const shardsOf = (records: Iterable<SearchRecord>): Shard[] => {
  const groups = Map.groupBy(records, ({ part }) => (part === undefined ? 'others' : (part.year ?? part.term)));
  if (!groups.has('others')) groups.set('others', []);
  return Array.from(groups, ([key, list]): Shard => {
    const folder = hash('sha256', JSON.stringify([dependencies['pagefind'], WAY, key, list]), 'hex').slice(0, 16);
    return { part: list[0]?.part, folder, records: list };
  }).toSorted((a, b) => (b.part?.order ?? Infinity) - (a.part?.order ?? Infinity));
};
