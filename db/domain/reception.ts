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

/**
 * A reception day. `planned` is the day that the rule names: it stays the same when an announcement of holidays moves
 * `date`. `moved` is the day off that moved it.
 */
export type ReceptionDay = {
  date: CivilDate;
  planned: CivilDate;
  from: string;
  to: string;
  place: string | undefined;
  moved: DayOff | undefined;
  provisional: boolean;
};

/** A day that the rule names and leaves out, because it is a day off. */
export type DroppedDay = { date: CivilDate; from: string; to: string; off: DayOff; provisional: boolean };

const inMonths = (rule: ReceptionRule, month: number): boolean =>
  rule.months === 'all' ? true : rule.months === 'odd' ? month % 2 === 1 : rule.months === 'even' ? month % 2 === 0 : rule.months.includes(month);

/** The planned dates of a rule in one month, before holidays. */
function planned(rule: ReceptionRule, year: number, month: number): CivilDate[] {
  if (!inMonths(rule, month)) return [];
  const last = daysInMonth(year, month);
  if (rule.every === 'monthDay') return rule.days.filter((day) => day <= last).map((day) => isoDate(year, month, day));
  const all = Array.from({ length: last }, (_, index) => isoDate(year, month, index + 1)).filter((date) => weekday(date) === rule.weekday);
  if (rule.week === 'each') return all;
  return rule.week === 'last' ? all.slice(-1) : all.slice(rule.week - 1, rule.week);
}

/** The day off that a reception day cannot be held on. A rule that names a Saturday or Sunday means it: only holidays stop such a day. */
function obstacle(date: CivilDate, rule: ReceptionRule, days: WorkingDays): DayOff | undefined {
  const off = days.dayOff(date);
  const meansWeekends = rule.every === 'weekday' && rule.weekday >= 6;
  return off?.holiday === undefined && meansWeekends ? undefined : off;
}

/** Where a planned day goes: itself, a later day, or nowhere (undefined). */
function settle(date: CivilDate, rule: ReceptionRule, days: WorkingDays): CivilDate | undefined {
  if (!obstacle(date, rule, days)) return date;
  if (rule.ifHoliday === 'cancelled') return undefined;
  const weekLater = rule.ifHoliday === 'weekLater';
  const blocked = (day: CivilDate): boolean => (weekLater ? obstacle(day, rule, days) : days.dayOff(day)) !== undefined;
  let moved = date;
  for (let tries = 0; tries < 60; tries += 1) {
    moved = addDays(moved, weekLater ? 7 : 1);
    if (!blocked(moved)) return moved;
  }
  return undefined;
}

/** What becomes of the planned days of the months around `today` and after, month by month. */
function* settledMonths(rules: readonly ReceptionRule[], days: WorkingDays, today: CivilDate): Generator<(ReceptionDay | DroppedDay)[]> {
  const [year = 0, month = 1] = today.split('-').map(Number);
  // One month back: a postponed day of last month may still lie ahead.
  for (let index = year * 12 + month - 2; index < year * 12 + month + 23; index += 1)
    yield rules.flatMap((rule) =>
      planned(rule, Math.floor(index / 12), (index % 12) + 1).flatMap((day): (ReceptionDay | DroppedDay)[] => {
        const { from, to, place } = rule;
        const date = settle(day, rule, days);
        const off = obstacle(day, rule, days);
        if (date !== undefined) return [{ date, planned: day, from, to, place, moved: off, provisional: days.isProvisional(date) }];
        return off ? [{ date: day, from, to, off, provisional: days.isProvisional(day) }] : [];
      }),
    );
}

const isHeld = (day: ReceptionDay | DroppedDay): day is ReceptionDay => 'planned' in day;
const byTime = (a: { date: CivilDate; from: string }, b: { date: CivilDate; from: string }): number =>
  `${a.date} ${a.from}`.localeCompare(`${b.date} ${b.from}`);

/** The next reception days from `today` on (today included), at most `count`; none where the rules yield none within two years. */
export function nextReceptionDays(rules: readonly ReceptionRule[], days: WorkingDays, today: CivilDate, count: number): ReceptionDay[] {
  const found: ReceptionDay[] = [];
  let months = 0;
  for (const month of settledMonths(rules, days, today)) {
    found.push(...month.filter(isHeld).filter(({ date }) => date >= today));
    // The margin is for days that are moved past those of the next month.
    if ((months += 1) > 2 && found.length >= count * 2) break;
  }
  // Where a moved day meets a planned one, it is that planned day.
  const movedFirst = found.toSorted((a, b) => Number(b.moved !== undefined) - Number(a.moved !== undefined));
  const unique = new Map(movedFirst.map((day) => [`${day.date} ${day.from}`, day]));
  return [...unique.values()].toSorted(byTime).slice(0, count);
}

/** Days from `today` until `until` (both included) that the rules leave out. */
export function droppedReceptionDays(rules: readonly ReceptionRule[], days: WorkingDays, today: CivilDate, until: CivilDate): DroppedDay[] {
  const dropped: DroppedDay[] = [];
  for (const month of settledMonths(rules, days, today))
    for (const day of month) if (!isHeld(day) && day.date >= today && day.date <= until) dropped.push(day);
  return dropped.toSorted(byTime);
}
