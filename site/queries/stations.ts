/** Contact stations: their next reception days, their rosters, and the places they serve. */
import type { Area } from '../../db/domain/area.ts';
import { splitRef, type CivilDate } from '../../db/domain/record-fields.ts';
import { nextReceptionDays, type ReceptionDay } from '../../db/domain/reception.ts';
import { groupBy } from '../../db/domain/records.ts';
import type { Roster, Station } from '../../db/domain/station.ts';
import { wayTo } from './areas.ts';
import { oncePer, type County } from './county.ts';
import { mandatesOf, type MandateFacts } from './mandates.ts';

/** A coming reception day; `deputies` and `roster` where the duty roster is out already. */
export type ComingDay = ReceptionDay & { station: Station; deputies: MandateFacts[]; roster: Roster | undefined };

/** Rosters by station id, newest first. */
export const rostersByStation = oncePer(({ records }) =>
  groupBy([...records.rosters.values()].toSorted((a, b) => b.date.localeCompare(a.date)), ({ station }) => splitRef(station).id),
);

/** The next reception days of a station, by its rules and its rosters, at most `count`. */
export function comingDays(county: County, station: Station, count: number): ComingDay[] {
  const rosters = (rostersByStation(county).get(station.id) ?? []).filter(({ date, held }) => date >= county.today && held !== false);
  const cancelled = new Set((rostersByStation(county).get(station.id) ?? []).filter(({ held }) => held === false).map(({ date }) => date));
  const byRule = nextReceptionDays(station.reception, county.days, county.today, count + cancelled.size).filter(({ date }) => !cancelled.has(date));
  const days = new Map<CivilDate, ComingDay>(byRule.map((day) => [day.date, { ...day, station, deputies: [], roster: undefined }]));
  for (const roster of rosters) {
    const planned = days.get(roster.date) ?? { date: roster.date, moved: undefined, provisional: false };
    days.set(roster.date, { ...planned, from: roster.from, to: roster.to, station, roster, deputies: mandatesOf(county, roster.deputies) });
  }
  return [...days.values()].toSorted(byTime).slice(0, count);
}

/** The next reception days of all stations together, at most `count` of each. */
export const comingDaysEverywhere = (county: County, count: number): ComingDay[] =>
  [...county.records.stations.values()].flatMap((station) => comingDays(county, station, count)).toSorted(byTime);

const byTime = (a: ComingDay, b: ComingDay): number => `${a.date} ${a.from}`.localeCompare(`${b.date} ${b.from}`);

/** Rosters of days that are over, newest first. */
export const pastRosters = (county: County, station: Station): Roster[] =>
  (rostersByStation(county).get(station.id) ?? []).filter(({ date }) => date < county.today);

const stationsByArea = oncePer(({ records }) => {
  const pairs = [...records.stations.values()].flatMap((station) => station.serviceAreas.map((area) => ({ station, area: splitRef(area).id })));
  return groupBy(pairs, ({ area }) => area);
});

/** Stations that serve an area or an area around it, nearest first. */
export const stationsOf = (county: County, area: Area): Station[] => [
  ...new Set(wayTo(county, area).toReversed().flatMap(({ id }) => (stationsByArea(county).get(id) ?? []).map(({ station }) => station))),
];
