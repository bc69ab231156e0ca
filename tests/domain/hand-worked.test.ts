/** Due dates worked by hand from the calendars in content/calendars, one comment a case; and an independent oracle over all days of those years. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { calendarShape, workingDays } from '../../db/domain/calendar.ts';
import { deadline, isOverdue, overdueSince, type Period } from '../../db/domain/deadline.ts';

const folder = join(import.meta.dirname, '../../content/calendars');
const calendars = [2024, 2025, 2026].map((year) =>
  calendarShape.parse({ id: String(year), ...parse(readFileSync(join(folder, `cn-${year}.yaml`), 'utf8')) }),
);
const days = workingDays(calendars);
const UNITS: Record<string, Period['unit']> = { m: 'months', d: 'days', w: 'workingDays' };
const period = (text: string): Period => ({ count: Number(text.slice(0, -1)), unit: UNITS[text.at(-1) ?? ''] ?? 'days', source: '规定' });

const CASES: [start: string, length: string, due: string, provisional?: true][] = [
  // Months
  ['2024-02-21', '3m', '2024-05-21'], // a Tuesday
  ['2024-02-01', '3m', '2024-05-06'], // Labour Day, 1 to 5 May off, Monday after
  ['2024-02-11', '3m', '2024-05-11'], // a Saturday that is worked
  ['2024-01-28', '3m', '2024-04-28'], // a Sunday that is worked
  ['2024-11-30', '3m', '2025-02-28'], // no 30 February: its last day, a Friday
  ['2023-11-29', '3m', '2024-02-29'], // leap year, corresponding day; that 2023 has no calendar does not matter
  ['2023-11-30', '3m', '2024-02-29'], // leap year, last day
  ['2024-03-31', '1m', '2024-04-30'], // no 31 April: Tuesday 30th
  ['2024-08-31', '1m', '2024-09-30'], // the Monday before the holiday
  ['2024-09-01', '1m', '2024-10-08'], // National Day, 1 to 7 October off
  ['2024-07-06', '3m', '2024-10-08'], // ends on the sixth holiday
  ['2024-07-12', '3m', '2024-10-12'], // a worked Saturday
  ['2024-10-28', '3m', '2025-02-05'], // Spring Festival, 28 January to 4 February off
  ['2024-11-08', '3m', '2025-02-08'], // a worked Saturday
  ['2025-02-19', '3m', '2025-05-19'], // a Monday
  ['2025-02-28', '3m', '2025-05-28'], // the corresponding day, not the end of May
  ['2025-03-31', '3m', '2025-06-30'], // no 31 June: a Monday
  ['2025-05-31', '6m', '2025-12-01'], // 30 November is a Sunday
  ['2025-04-02', '6m', '2025-10-09'], // National Day, 1 to 8 October off
  ['2025-03-28', '6m', '2025-09-28'], // a worked Sunday
  ['2025-08-23', '6m', '2026-02-24'], // the last day of Spring Festival, a Monday
  ['2025-11-15', '3m', '2026-02-24'], // its first day: nine days off
  ['2025-08-28', '6m', '2026-02-28'], // a worked Saturday
  ['2025-08-31', '6m', '2026-02-28'], // the month's last day, a worked Saturday
  ['2026-02-25', '3m', '2026-05-25'], // a Monday
  ['2026-02-25', '1m', '2026-03-25'], // a Wednesday
  ['2026-08-27', '1m', '2026-09-28'], // Mid-Autumn, 25 to 27 September off
  ['2026-07-10', '3m', '2026-10-10'], // a worked Saturday
  ['2026-09-30', '3m', '2026-12-30'], // a Wednesday
  ['2026-10-15', '3m', '2027-01-15', true], // 2027 is not announced: a Friday
  ['2026-10-02', '3m', '2027-01-04', true], // a Saturday, by weekends: Monday
  // Days
  ['2026-11-10', '7d', '2026-11-17'], // a Tuesday
  ['2024-01-27', '7d', '2024-02-04'], // Saturday 3 February is off, Sunday 4 is worked
  ['2024-02-05', '7d', '2024-02-18'], // in Spring Festival; Sunday 18 is worked
  ['2026-05-09', '7d', '2026-05-18'], // a Saturday: Monday
  ['2025-09-24', '7d', '2025-10-09'], // 1 October
  ['2024-05-31', '10d', '2024-06-11'], // Dragon Boat, a Monday
  // Working days, counted out
  ['2024-02-07', '5w', '2024-02-20'], // 8 9 | 18 worked Sunday, 19 20
  ['2024-04-26', '5w', '2024-05-07'], // 28 worked Sunday, 29 30 | 6 7
  ['2024-09-13', '10w', '2024-09-29'], // 14 worked | 18 19 20 | 23-27 | 29 worked
  ['2024-09-24', '20w', '2024-10-25'], // 25 26 27 | 29 30 | 8-12 | 14-18 | 21-25
  ['2025-01-24', '5w', '2025-02-07'], // 26 worked, 27 | 5 6 7
  ['2025-01-24', '6w', '2025-02-08'], // and the worked Saturday
  ['2025-04-21', '15w', '2025-05-14'], // 22-25 | 27-30 | 6-9 | 12 13 14
  ['2025-09-26', '7w', '2025-10-13'], // 28 29 30 | 9 10 11 | 13
  ['2025-12-30', '5w', '2026-01-07'], // 31 | 4 worked Sunday, 5 6 7
  ['2026-02-12', '5w', '2026-02-26'], // 13 14 | 24 25 26
  ['2026-02-12', '7w', '2026-02-28'], // and 27 28
  ['2026-09-18', '20w', '2026-10-22'], // 20-24 | 28 29 30 | 8 9 10 | 12-16 | 19-22
  ['2026-12-24', '15w', '2027-01-14', true], // 25 | 28-31 | 1 (by weekends) | 4-8 | 11-14
  ['2023-12-28', '5w', '2024-01-05', true], // 29 | 2-5; December 2023 has no calendar
];

test.each(CASES)('%s and %s: %s', (start, length, due, provisional) => {
  expect(deadline(start, period(length), days)).toMatchObject({ due, provisional: provisional === true });
  expect(overdueSince(due) > due && !isOverdue(due, due) && isOverdue(due, overdueSince(due))).toBe(true);
});

test('a count of at least thirty cases over three kinds of period', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(30);
  expect(new Set(CASES.map(([, length]) => length.at(-1))).size).toBe(3);
});

// The oracle shares nothing with the domain: it reads the files again, keeps plain lists, and steps with the platform's own calendar.
const raw = [2024, 2025, 2026].map(
  (year) => parse(readFileSync(join(folder, `cn-${year}.yaml`), 'utf8')) as { holidays: { from: string; to: string }[]; makeUpWorkdays: string[] },
);
const isWorked = (moment: Date): boolean => {
  const day = moment.toISOString().slice(0, 10);
  if (raw.some(({ holidays }) => holidays.some(({ from, to }) => from <= day && day <= to))) return false;
  return raw.some(({ makeUpWorkdays }) => makeUpWorkdays.includes(day)) || ![0, 6].includes(moment.getUTCDay());
};
function slowEnd(start: string, count: number, unit: Period['unit']): string {
  const moment = new Date(`${start}T00:00:00Z`);
  const step = (): void => void moment.setUTCDate(moment.getUTCDate() + 1);
  if (unit === 'months') {
    const wanted = moment.getUTCMonth() + count;
    moment.setUTCMonth(wanted);
    while (moment.getUTCMonth() !== wanted % 12) moment.setUTCDate(moment.getUTCDate() - 1);
  } else if (unit === 'days') for (let left = count; left > 0; left -= 1) step();
  else
    for (let left = count; left > 0;) {
      step();
      if (isWorked(moment)) left -= 1;
    }
  while (!isWorked(moment)) step();
  return moment.toISOString().slice(0, 10);
}

test('every due date within the announced years is that of an oracle that shares nothing with it', () => {
  const dates = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const unit = fc.constantFrom<Period['unit'][]>('months', 'days', 'workingDays');
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: 1, max: 30 }),
      unit,
      (start, count, of) => deadline(start, { count, unit: of, source: '规定' }, days).due === slowEnd(start, count, of),
    ),
    { numRuns: 5000 },
  );
});
