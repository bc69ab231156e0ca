/** Beijing time in calendar files: the zone's description, and clock times that name it. */
import type { ICalDayJsStub } from 'ical-generator';
import type { CivilDate } from '../../db/domain/record-fields.ts';

export const BEIJING = 'Asia/Shanghai';

/** UTC+8 all year; summer time ended in 1991. */
export const BEIJING_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${BEIJING}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

/** A clock time (`HH:MM`) in the shape of day.js: ical-generator would print a plain Date in the time zone of the machine. */
export function beijingTime(date: CivilDate, time: string): ICalDayJsStub {
  const moment = new Date(`${date}T${time}:00+08:00`);
  const printed: Record<string, string> = { YYYYMMDD: date.replaceAll('-', ''), HHmmss: `${time.replace(':', '')}00` };
  const stub: ICalDayJsStub = {
    tz: () => stub,
    format: (pattern = '') => printed[pattern] ?? moment.toISOString(),
    isValid: () => !Number.isNaN(moment.getTime()),
    toDate: () => moment,
    toJSON: () => moment.toISOString(),
  };
  return stub;
}
