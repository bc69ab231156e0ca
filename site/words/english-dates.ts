/** Civil dates as people read them in English. */
import { weekday } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { DateWords } from './date-words.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Monday … Sunday, from 1 to 7 */
export const englishWeekday = (day: number): string => DAYS[day - 1] ?? '';
/** January … December, from 1 to 12 */
export const englishMonth = (month: number): string => MONTHS[month - 1] ?? '';

/** 22 November */
const monthDay = (date: CivilDate): string => {
  const [, month, day] = date.split('-').map(Number);
  return `${day} ${englishMonth(month ?? 0)}`;
};
/** 22 November 2026 */
const fullDate = (date: CivilDate): string => `${monthDay(date)} ${date.slice(0, 4)}`;

export const englishDates: DateWords = {
  fullDate,
  monthDay,
  shortDate: (date) => date,
  weekdayName: (date) => englishWeekday(weekday(date)),
  dateRange: (from, to) =>
    !to || to === from ? fullDate(from) : `${from.slice(0, 4) === to.slice(0, 4) ? monthDay(from) : fullDate(from)} – ${fullDate(to)}`,
  beijingMoment: (moment) => {
    const [date = '', time = ''] = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().split('T');
    return `${fullDate(date)}, ${time.slice(0, 5)} (Beijing time)`;
  },
};

/** 1st, 2nd, 3rd, 4th, 11th, 21st */
export function ordinal(n: number): string {
  const rest = n % 100;
  const ending = rest > 10 && rest < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}
/** "1 deputy", "2 deputies" */
export const several = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
