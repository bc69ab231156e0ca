/** Public dates as a calendar file (RFC 5545) that phones import or subscribe to. */
import ical, { escape, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import { BEIJING, BEIJING_ZONE, beijingTime } from './beijing-time.ts';

export type CalendarEntry = {
  /** The same for ever, whatever happens to the date: what a calendar knows the entry by. */
  key: string;
  title: string;
  date: CivilDate;
  /** Hours of that day; without them the entry takes whole days, up to `last`. */
  hours?: { from: string; to: string } | undefined;
  last?: CivilDate | undefined;
  place?: string | undefined;
  map?: { latitude: number; longitude: number } | undefined;
  /** Sentences, one a line. */
  notes: readonly string[];
  /** The page that says more, from the root of the site. */
  path: string;
  state: 'sure' | 'provisional' | 'calledOff';
};

export type CalendarOrder = {
  name: string;
  /** Its own address, from the root of the site. */
  path: string;
  entries: readonly CalendarEntry[];
  /** The day of the release: the same day gives the same bytes. */
  asOf: CivilDate;
  site: URL;
};

const STATUS = { sure: ICalEventStatus.CONFIRMED, provisional: ICalEventStatus.TENTATIVE, calledOff: ICalEventStatus.CANCELLED };
const DAY = 86_400;

/** The text of the file, lines folded and ended as the format wants. */
export function calendarFile({ name, path, entries, asOf, site }: CalendarOrder): string {
  const stamp = new Date(`${asOf}T00:00:00+08:00`);
  const calendar = ical({
    // The library prints a name as it is given.
    name: escape(name, false),
    prodId: { company: 'Huiyin', product: site.host, language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    source: new URL(path, site).href,
    url: new URL(path, site).href,
    ttl: DAY,
  });
  for (const entry of entries) calendar.createEvent({ ...eventOf(entry, site), stamp });
  // Given to the library, the zone would stand before the calendar's last property and take the UTC mark off DTSTAMP.
  // It is there without entries too: a calendar must hold something (RFC 5545, 3.6), also after a deputy has left.
  return `${calendar.toString().replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, BEIJING_ZONE)}\r\n`;
}

function eventOf({ key, title, date, hours, last, place, map, notes, path, state }: CalendarEntry, site: URL) {
  const page = new URL(path, site).href;
  const when = hours
    ? { timezone: BEIJING, start: beijingTime(date, hours.from), end: beijingTime(date, hours.to) }
    : { allDay: true, start: new Date(date), end: new Date(addDays(last ?? date, 1)) };
  return {
    ...when,
    id: `${key}@${site.hostname}`,
    summary: title,
    description: [...notes, page].join('\n'),
    url: page,
    status: STATUS[state],
    // Nobody is busy because a deputy receives.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(place && { location: map ? { title: place, geo: { lat: map.latitude, lon: map.longitude } } : place }),
  };
}
