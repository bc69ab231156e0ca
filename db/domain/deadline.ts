/** Deadlines (期限): when something is due, and why exactly then. */
import { z } from 'zod';
import { line, type CivilDate } from './record-fields.ts';
import { addDays, addMonths } from './civil-date.ts';
import type { DayOff, WorkingDays } from './calendar.ts';

/** A period of the law or of local rules, with the source that readers are shown. */
export const period = z.strictObject({
  count: z.number().int().min(1).max(400),
  unit: z.enum(['months', 'days', 'workingDays']),
  source: line(120).describe('依据：法律法规名称和条款'),
});
export type Period = z.infer<typeof period>;

/** A due date that explains itself: the end before holidays were looked at, and each day off that moved it. */
export type Deadline = { due: CivilDate; start: CivilDate; period: Period; nominal: CivilDate; skipped: DayOff[]; provisional: boolean };

/**
 * The last day of a period. The start day is not counted; months end on the corresponding day or the month's last;
 * an end on a day off moves to the first working day after it (Civil Code 201-203, by analogy).
 */
export function deadline(start: CivilDate, length: Period, days: WorkingDays): Deadline {
  const skipped: DayOff[] = [];
  let due = nominalEnd(start, length, days, skipped);
  const nominal = due;
  for (let off = days.dayOff(due); off; off = days.dayOff(due)) {
    skipped.push(off);
    due = addDays(due, 1);
  }
  // Working days depend on every year they pass through; months and days only on what the end meets.
  const from = length.unit === 'workingDays' ? addDays(start, 1) : nominal;
  return { due, start, period: length, nominal, skipped, provisional: yearsBetween(from, due).some((year) => days.isProvisional(`${year}-01-01`)) };
}

function yearsBetween(from: CivilDate, to: CivilDate): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'));
}

function nominalEnd(start: CivilDate, { count, unit }: Period, days: WorkingDays, skipped: DayOff[]): CivilDate {
  if (unit === 'months') return addMonths(start, count);
  if (unit === 'days') return addDays(start, count);
  let end = start;
  for (let left = count; left > 0;) {
    end = addDays(end, 1);
    const off = days.dayOff(end);
    if (off) skipped.push(off);
    else left -= 1;
  }
  return end;
}

/** True from the day after the due date. */
export const isOverdue = (due: CivilDate, today: CivilDate): boolean => today > due;

/** The day on which it became true that nothing had come in time. */
export const overdueSince = (due: CivilDate): CivilDate => addDays(due, 1);

/** Working days from the day after `from` up to and including `to`. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, days: WorkingDays): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!days.dayOff(day)) count += 1;
  return count;
}
