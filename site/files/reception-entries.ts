/** Reception days as calendar entries: of a station, of a deputy, of everything public. */
import { addDays } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { Station } from '../../db/domain/station.ts';
import { oncePer, type County } from '../queries/county.ts';
import type { Deputy } from '../queries/deputies.ts';
import { daysFrom, type StationDay } from '../queries/stations.ts';
import type { Words } from '../words/words.ts';
import type { CalendarEntry } from './calendar-file.ts';

/** How far back a calendar keeps days, so that a subscriber sees whether one was held. */
const DAYS_KEPT = 90;
/** How many days ahead it names; what is subscribed to is asked for again every day. */
const DAYS_AHEAD = 12;

/** The days of a station: coming ones, those called off, and past ones that a roster tells of. */
export function stationEntries(county: County, station: Station, words: Words['stations']): CalendarEntry[] {
  return (keyedDays(county).get(station) ?? []).map(({ day, key }) => entryOf(county, day, key, words, words.icsTitle(station.name)));
}

/** The days on which a deputy in office is on the roster, and those of their own stations. */
export function deputyEntries(county: County, { person, current, active }: Deputy, words: Words['stations']): CalendarEntry[] {
  const own = new Set(active ? current.flatMap(({ station }) => station ?? []) : []);
  return [...keyedDays(county)].flatMap(([station, days]) =>
    days.flatMap(({ day, key }) => {
      const onDuty = active && day.deputies.some((facts) => facts.person.id === person.id);
      if (!onDuty && !own.has(station)) return [];
      return [entryOf(county, day, `${person.id}-${key}`, words, onDuty ? words.icsOnDuty(person.name, station.name) : words.icsTitle(station.name))];
    }),
  );
}

type KeyedDay = { day: StationDay; key: string };

/** The days of every station around today, each with a key that stays when it is moved or its hours are changed. */
const keyedDays = oncePer(
  (county): Map<Station, KeyedDay[]> => new Map([...county.records.stations.values()].map((station) => [station, daysAround(county, station)])),
);

function daysAround(county: County, station: Station): KeyedDay[] {
  const { today } = county;
  const seen = new Map<CivilDate, number>();
  const keyed = daysFrom(county, station, addDays(today, -DAYS_KEPT), DAYS_KEPT + DAYS_AHEAD).map((day): KeyedDay => {
    const nth = (seen.get(day.planned) ?? 0) + 1;
    seen.set(day.planned, nth);
    return { day, key: `${station.id}-${day.planned}${nth > 1 ? `-${nth}` : ''}` };
  });
  // A past day without a roster is left out: nobody says that it was held.
  return [...keyed.filter(({ day }) => day.date < today && day.roster), ...keyed.filter(({ day }) => day.date >= today).slice(0, DAYS_AHEAD)];
}

function entryOf({ site, today }: County, day: StationDay, key: string, words: Words['stations'], title: string): CalendarEntry {
  const { date, from, to, place, moved, provisional, station, roster, deputies } = day;
  const calledOff = roster?.held === false;
  const names = deputies.map((facts) => facts.person.name).join('、');
  return {
    key,
    title: calledOff ? words.icsCalledOff(title) : title,
    date,
    hours: { from, to },
    place: [station.address, place].filter(Boolean).join('，'),
    map: station.map,
    notes: [
      calledOff && words.notHeld(roster.reason ?? ''),
      moved && words.moved(moved.date, moved.holiday),
      names ? words.onDuty(names) : date >= today && words.dutyLater(site.rosterNoticeDays),
      provisional && words.provisionalNote,
      `${words.phone}：${station.phone}`,
      words.notAcceptedText,
    ].filter((note): note is string => typeof note === 'string'),
    path: `/stations/${station.id}/`,
    state: calledOff ? 'calledOff' : provisional ? 'provisional' : 'sure',
  };
}
