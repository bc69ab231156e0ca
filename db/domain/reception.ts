/** Reception days (接待日) as recurrence rules with holiday postponement. */
import { z } from 'zod';
import { clockTime, line, type CivilDate } from './record-fields.ts';
import { addDays, daysInMonth, isoDate, weekday } from './civil-date.ts';
import type { DayOff, WorkingDays } from './calendar.ts';

const months = z.union([z.enum(['all', 'odd', 'even']), z.array(z.number().int().min(1).max(12)).min(1)], { error: 'months' }).default('all');
const rest = { months, from: clockTime, to: clockTime, ifHoliday: z.enum(['weekLater', 'nextWorkingDay', 'cancelled']), place: line(100).optional() };

export const receptionRule = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('weekday'),
    weekday: z.number().int().min(1).max(7).describe('星期一为 1'),
    week: z.union([z.literal('each'), z.literal('last'), z.number().int().min(1).max(4)], { error: 'week' }).default('each'),
    ...rest,
  }),
  z.strictObject({ every: z.literal('monthDay'), days: z.array(z.number().int().min(1).max(31)).min(1), ...rest }),
]);
export type ReceptionRule = z.infer<typeof receptionRule>;

/** A reception day; `moved` names the planned day and the day off that moved it. */
export type ReceptionDay = { date: CivilDate; from: string; to: string; moved: DayOff | undefined; provisional: boolean };

const inMonths = (rule: ReceptionRule, month: number): boolean =>
  rule.months === 'all' ? true : rule.months === 'odd' ? month % 2 === 1 : rule.months === 'even' ? month % 2 === 0 : rule.months.includes(month);

/** The planned dates of a rule in one month, before holidays. */
function planned(rule: ReceptionRule, year: number, month: number): CivilDate[] {
  if (!inMonths(rule, month)) return [];
  const last = daysInMonth(year, month);
  if (rule.every === 'monthDay') return rule.days.filter((day) => day <= last).map((day) => isoDate(year, month, day));
  const all = Array.from({ length: last }, (_, index) => isoDate(year, month, index + 1)).filter((date) => weekday(date) === rule.weekday);
  if (rule.week === 'each') return all;
  return (rule.week === 'last' ? all.slice(-1) : all.slice(rule.week - 1, rule.week));
}

function settle(date: CivilDate, rule: ReceptionRule, days: WorkingDays): ReceptionDay | undefined {
  const off = days.dayOff(date);
  // A rule that names a Saturday or Sunday means it: only public holidays move such a day.
  const blocked = (day: CivilDate): boolean => {
    const reason = days.dayOff(day);
    return reason !== undefined && (reason.holiday !== undefined || !(rule.every === 'weekday' && rule.weekday >= 6));
  };
  const base = { from: rule.from, to: rule.to };
  if (!blocked(date)) return { ...base, date, moved: undefined, provisional: days.isProvisional(date) };
  if (rule.ifHoliday === 'cancelled') return undefined;
  const step = rule.ifHoliday === 'weekLater' ? 7 : 1;
  let moved = addDays(date, step);
  for (let tries = 0; blocked(moved) && tries < 60; tries += 1) moved = addDays(moved, step);
  return { ...base, date: moved, moved: off, provisional: days.isProvisional(moved) };
}

/** The next reception days from `today` on (today included), at most `count`; none where the rules yield none within two years. */
export function nextReceptionDays(rules: readonly ReceptionRule[], days: WorkingDays, today: CivilDate, count: number): ReceptionDay[] {
  const found: ReceptionDay[] = [];
  const [year = 0, month = 1] = today.split('-').map(Number);
  // One month back: a postponed day of last month may still lie ahead.
  for (let offset = -1; offset < 24; offset += 1) {
    const index = year * 12 + month - 1 + offset;
    for (const rule of rules)
      for (const date of planned(rule, Math.floor(index / 12), (index % 12) + 1)) {
        const day = settle(date, rule, days);
        if (day && day.date >= today) found.push(day);
      }
    if (offset > 0 && found.length >= count * 2) break;
  }
  const unique = new Map(found.map((day) => [`${day.date} ${day.from}`, day]));
  return [...unique.values()].sort((a, b) => `${a.date} ${a.from}`.localeCompare(`${b.date} ${b.from}`)).slice(0, count);
}
