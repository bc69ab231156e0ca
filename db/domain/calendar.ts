/** The working-day calendar of a year (节假日安排): public holidays and make-up workdays, announced each autumn. */
import { z } from 'zod';
import { civilDate, id, line, type CivilDate } from './record-fields.ts';
import { addDays, weekday } from './civil-date.ts';

export const calendarShape = z.strictObject({
  id,
  year: z.number().int().min(1990).max(2200),
  source: line(200).describe('依据，例如国务院办公厅通知的文号'),
  announcedOn: civilDate.optional().describe('公布日期；填了，公布前起算的期限会写明因此从哪天改到哪天'),
  holidays: z.array(z.strictObject({ name: line(20), from: civilDate, to: civilDate })).min(1),
  makeUpWorkdays: z.array(civilDate).default([]),
});
export type Calendar = z.infer<typeof calendarShape>;

/** Why a day is no working day: a named holiday, or the weekend. */
export type DayOff = { date: CivilDate; holiday: string | undefined };

/** Working days over all years that have a calendar; other years go by weekends and are provisional. */
export type WorkingDays = {
  /** The day off on that date, or undefined on a working day. */
  dayOff(date: CivilDate): DayOff | undefined;
  /** True where the year's holidays are not announced yet. */
  isProvisional(date: CivilDate): boolean;
};

/** Joins the calendars of several years. */
export function workingDays(calendars: readonly Calendar[]): WorkingDays {
  const holidays = new Map<CivilDate, string>();
  const makeUp = new Set<CivilDate>();
  const years = new Set<string>();
  for (const calendar of calendars) {
    years.add(String(calendar.year));
    for (const day of calendar.makeUpWorkdays) makeUp.add(day);
    for (const { name, from, to } of calendar.holidays) for (let day = from; day <= to; day = addDays(day, 1)) holidays.set(day, name);
  }
  return {
    dayOff(date) {
      const holiday = holidays.get(date);
      if (holiday) return { date, holiday };
      return weekday(date) >= 6 && !makeUp.has(date) ? { date, holiday: undefined } : undefined;
    },
    isProvisional: (date) => !years.has(date.slice(0, 4)),
  };
}
