/** What every question needs: the records of one county, the day, and its working days. */
import { workingDays, type WorkingDays } from '../../db/domain/calendar.ts';
import { timedRelease } from '../../db/domain/published.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { Records } from '../../db/domain/records.ts';
import type { Site } from '../../db/domain/site.ts';
import { allRecords, today } from './records.ts';

export type County = { records: Records; site: Site; today: CivilDate; days: WorkingDays };

let open: { read: Records; county: County } | undefined;

/** The county of this process; a new one when records were read again or the day has changed. */
export function openCounty(): County {
  const records = allRecords();
  const day = today();
  if (open?.read !== records || open.county.today !== day) open = { read: records, county: countyOf(timedRelease(records, day), day) };
  return open.county;
}

/** A county over given records, for tests. */
export const countyOf = (records: Records, day: CivilDate): County => ({
  records,
  site: records.site,
  today: day,
  days: workingDays([...records.calendars.values()]),
});

/** Makes an index that is built at the first question and kept as long as its county. */
export function oncePer<T>(build: (county: County) => T): (county: County) => T {
  const built = new WeakMap<County, T>();
  return (county) => {
    if (!built.has(county)) built.set(county, build(county));
    return built.get(county) as T;
  };
}
