/** Contact stations: their next reception days, their rosters, and the places they serve. */
import type { Area } from '../../db/domain/area.ts';
import type { DayOff } from '../../db/domain/calendar.ts';
import { daysBetween } from '../../db/domain/civil-date.ts';
import { splitRef, type CivilDate } from '../../db/domain/record-fields.ts';
import { droppedReceptionDays, nextReceptionDays, type ReceptionDay } from '../../db/domain/reception.ts';
import { groupBy } from '../../db/domain/records.ts';
import type { Roster, Station } from '../../db/domain/station.ts';
import { wayTo } from './areas.ts';
import { oncePer, type County } from './county.ts';
import { mandatesOf, type MandateFacts } from './mandates.ts';

/** A reception day with its duty roster, where there is one already, and the deputies it names. */
export type StationDay = ReceptionDay & { station: Station; deputies: MandateFacts[]; roster: Roster | undefined };

/** A coming reception day; `rosterDue` where the roster should be out and is not. */
export type ComingDay = StationDay & { rosterDue: boolean };

/** A reception day that the office called off with a reason, or that falls on a day off. */
export type SkippedDay = { date: CivilDate; from: string; to: string; station: Station; reason: string | undefined; off: DayOff | undefined };

/** Rosters by station id, newest first. */
const rostersByStation = oncePer(({ records }) =>
  groupBy(
    [...records.rosters.values()].toSorted((a, b) => b.date.localeCompare(a.date)),
    ({ station }) => splitRef(station).id,
  ),
);
const rostersOf = (county: County, station: Station): Roster[] => rostersByStation(county).get(station.id) ?? [];

/** Rosters by the day they are for: of that hour or, where the hours were changed, of that date; a day that no rule names is its own. */
function byDay({ days }: County, rosters: readonly Roster[], planned: readonly ReceptionDay[]): Map<ReceptionDay, Roster> {
  const found = new Map<ReceptionDay, Roster>();
  for (const roster of rosters) {
    const { date, from, to } = roster;
    const free = planned.filter((day) => day.date === date && !found.has(day));
    const day = free.find((one) => one.from === from) ?? (free.length === 1 ? free[0] : undefined);
    found.set(day ?? { date, planned: date, from, to, place: undefined, moved: undefined, provisional: days.isProvisional(date) }, roster);
  }
  return found;
}

/** Reception days from a day on, by rules and rosters, at most `count`; days that were called off are among them. */
export function daysFrom(county: County, station: Station, from: CivilDate, count: number): StationDay[] {
  const rosters = rostersOf(county, station).filter(({ date }) => date >= from);
  const planned = nextReceptionDays(station.reception, county.days, from, count);
  const rosterOf = byDay(county, rosters, planned);
  const all = [...new Set([...planned, ...rosterOf.keys()])].map((day): StationDay => {
    const roster = rosterOf.get(day);
    // What the office has put on a roster is settled, also in a year whose holidays are not announced.
    const settled = roster ? { from: roster.from, to: roster.to, provisional: false } : {};
    return { ...day, ...settled, station, roster, deputies: mandatesOf(county, roster?.deputies ?? []) };
  });
  return all.toSorted(byTime).slice(0, count);
}

/** The next reception days of a station, at most `count`, without those that were called off. */
export function comingDays(county: County, station: Station, count: number): ComingDay[] {
  const { today, site } = county;
  const calledOff = rostersOf(county, station).filter(({ date, held }) => date >= today && held === false).length;
  return daysFrom(county, station, today, count + calledOff)
    .filter(({ roster }) => roster?.held !== false)
    .slice(0, count)
    .map((day) => ({ ...day, rosterDue: !day.roster && daysBetween(today, day.date) <= site.rosterNoticeDays }));
}

/** Days until `until` on which the station receives nobody although a reader of its rules would expect it. */
export function skippedDays(county: County, station: Station, until: CivilDate): SkippedDay[] {
  const dropped = droppedReceptionDays(station.reception, county.days, county.today, until);
  const calledOff = rostersOf(county, station).filter(({ date, held }) => held === false && date >= county.today && date <= until);
  return [
    ...dropped.map(({ date, from, to, off }) => ({ date, from, to, station, off, reason: undefined })),
    ...calledOff.map(({ date, from, to, reason }) => ({ date, from, to, station, off: undefined, reason })),
  ].toSorted(byTime);
}

/** The next reception days of all stations together, at most `count` of each. */
export const comingDaysEverywhere = (county: County, count: number): ComingDay[] =>
  [...county.records.stations.values()].flatMap((station) => comingDays(county, station, count)).toSorted(byTime);

const byTime = (a: { date: CivilDate; from: string }, b: { date: CivilDate; from: string }): number =>
  `${a.date} ${a.from}`.localeCompare(`${b.date} ${b.from}`);

/** Ids of the people who have, or had, a station or a day on a roster. */
export const everReceived = oncePer(({ records }): Set<string> => {
  const atStations = [...records.people.values()].filter(({ mandates }) => mandates.some(({ station }) => station)).map(({ id }) => id);
  const onDuty = [...records.rosters.values()].flatMap(({ deputies }) => deputies.map((ref) => splitRef(ref).id));
  return new Set([...atStations, ...onDuty]);
});

/** Rosters of days that are over, newest first. */
export const pastRosters = (county: County, station: Station): Roster[] => rostersOf(county, station).filter(({ date }) => date < county.today);

const stationsByArea = oncePer(({ records }) => {
  const pairs = [...records.stations.values()].flatMap((station) => station.serviceAreas.map((area) => ({ station, area: splitRef(area).id })));
  return groupBy(pairs, ({ area }) => area);
});

/** Stations that serve an area or an area around it, nearest first. */
export const stationsOf = (county: County, area: Area): Station[] => [
  ...new Set(
    wayTo(county, area)
      .toReversed()
      .flatMap(({ id }) => (stationsByArea(county).get(id) ?? []).map(({ station }) => station)),
  ),
];

/** Stations where at least one of these deputies receives residents. */
export const stationsOfDeputies = ({ records }: County, deputies: readonly MandateFacts[]): Station[] =>
  [...records.stations.values()].filter((station) => deputies.some(({ ref }) => station.deputies.includes(ref)));
