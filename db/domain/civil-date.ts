/** Arithmetic on civil dates (`YYYY-MM-DD`), without clocks or time zones. */
import type { CivilDate } from './record-fields.ts';

const DAY = 86_400_000;
const toDays = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const fromDays = (days: number): CivilDate => new Date(days * DAY).toISOString().slice(0, 10);

/** The date `count` days later (earlier where negative). */
export const addDays = (date: CivilDate, count: number): CivilDate => fromDays(toDays(date) + count);

/** Days from one date to another; negative where `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => toDays(to) - toDays(from);

/** Day of the week, Monday 1 to Sunday 7. */
export const weekday = (date: CivilDate): number => ((((toDays(date) + 3) % 7) + 7) % 7) + 1;

/** Days in a month, month 1 to 12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The corresponding day `count` months later, or the last day of that month where it has none (Civil Code 202). */
export function addMonths(date: CivilDate, count: number): CivilDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + count;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return isoDate(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Year, month (1 to 12) and day as `YYYY-MM-DD`. */
export const isoDate = (year: number, month: number, day: number): CivilDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The civil date in Beijing (UTC+8 all year) at a moment. */
export const beijingDate = (moment: Date): CivilDate => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
