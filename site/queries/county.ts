/** What every question needs: the records of one county, the day, and its working days. */
import { workingDays, type WorkingDays } from '../../db/domain/calendar.ts';
import { timedRelease } from '../../db/domain/published.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { Records } from '../../db/domain/records.ts';
import type { Site } from '../../db/domain/site.ts';
import { hasParts, isCollecting, nameRoot, watch, withoutReads } from '../../db/records/reads.ts';
import { loadedRecords, today } from './records.ts';

export type County = { records: Records; site: Site; today: CivilDate; days: WorkingDays };

/** `watched` is the same county as a page has it whose reads are collected. */
let open: { read: Records; county: County; watched: County } | undefined;

/** The county of this process; a new one when records were read again or the day has changed. */
export function openCounty(): County {
  const records = loadedRecords();
  const day = today();
  if (open?.read !== records || open.county.today !== day) {
    const county = countyOf(timedRelease(records, day), day);
    open = { read: records, county, watched: { ...county, records: watch('records', county.records) } };
  }
  return isCollecting() ? open.watched : open.county;
}

nameRoot('records', () => openCounty().records);

/** A county over given records, for tests. */
export const countyOf = (records: Records, day: CivilDate): County => ({
  records,
  site: records.site,
  today: day,
  days: workingDays([...records.calendars.values()]),
});

/** Makes an index that is built at the first question and kept as long as its county. */
export function oncePer<T>(build: (county: County) => T): (county: County) => T {
  const built = new WeakMap<County, { value: T; watched: T | undefined }>();
  const name = nameOfCaller();
  const kept = (county: County) => {
    const known = built.get(county);
    if (known) return known;
    const value = withoutReads(() => build(county));
    const made = { value, watched: hasParts(value) ? watch(name, value) : undefined };
    built.set(county, made);
    return made;
  };
  nameRoot(name, () => kept(openCounty()).value);
  return (asked) => {
    if (!isCollecting()) return kept(asked).value;
    const { value, watched } = kept(open?.watched === asked ? open.county : asked);
    return watched ?? watch(name, value);
  };
}

const names = new Map<string, number>();

/** The place in the code that asks for an index: the same in every run of the same code. Several from one place are counted. */
function nameOfCaller(): string {
  const lines = (new Error('where').stack ?? '').split('\n').slice(3);
  // Below Node's own lines stand those of whoever loaded the module first.
  const ours = lines.slice(0, lines.findIndex((line) => line.includes('node:')) + 1 || lines.length);
  const place = ours.flatMap((line) => (line.includes('node:') ? [] : (/[^/\\]+:\d+:\d+/.exec(line)?.[0] ?? []))).join('<');
  const count = (names.get(place) ?? 0) + 1;
  names.set(place, count);
  return count === 1 ? place : `${place}#${count}`;
}
