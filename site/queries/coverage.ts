/** What media wrote about a record, newest first. */
import type { Coverage } from '../../db/domain/coverage.ts';
import { groupBy } from '../../db/domain/records.ts';
import { oncePer, type County } from './county.ts';

const coverageByRecord = oncePer(({ records, today }) => {
  const pairs = [...records.coverage.values()]
    .filter(({ date }) => date <= today)
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .flatMap((item) => [...new Set(item.about)].map((about) => ({ item, about })));
  return new Map([...groupBy(pairs, ({ about }) => about)].map(([about, list]) => [about, list.map(({ item }) => item)]));
});

/** Links about the record `kind:id`. */
export const coverageOf = (county: County, ref: string): Coverage[] => coverageByRecord(county).get(ref) ?? [];
