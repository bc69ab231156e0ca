import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDays, type Calendar } from '../../db/domain/calendar.ts';
import { addDays, addMonths, daysBetween, weekday } from '../../db/domain/civil-date.ts';
import { deadline, isOverdue, workingDaysBetween } from '../../db/domain/deadline.ts';

const calendar2025: Calendar = {
  id: '2025',
  year: 2025,
  source: '国务院办公厅通知',
  holidays: [
    { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
    { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUpWorkdays: ['2025-04-27', '2025-09-28', '2025-10-11'],
};
const days = workingDays([calendar2025]);
const months = (count: number) => ({ count, unit: 'months' as const, source: '代表法第五十一条' });
const workdays = (count: number) => ({ count, unit: 'workingDays' as const, source: '本县规定' });

/** An independent slow oracle: walks day by day with the platform's own calendar. */
function slowAddMonths(date: string, count: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  let [y, m] = [year, month];
  for (let step = 0; step < count; step += 1) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
  for (let d = day; ; d -= 1) {
    const tried = new Date(Date.UTC(y, m - 1, d));
    if (tried.getUTCMonth() === m - 1) return tried.toISOString().slice(0, 10);
  }
}

const anyDate = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2250-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('months end on the corresponding day or the last of the month, over 400 years', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (date, count) => addMonths(date, count) === slowAddMonths(date, count)),
    { numRuns: 2000 },
  );
});

test('days are added and counted without loss, over 400 years', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, count) => daysBetween(date, addDays(date, count)) === count),
    { numRuns: 2000 },
  );
});

describe('a due date', () => {
  test.each([
    ['2025-02-10', months(3), '2025-05-12', ['2025-05-10', '2025-05-11'], 'a weekend moves it to Monday'],
    [
      '2025-02-01',
      months(3),
      '2025-05-06',
      ['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'],
      'a public holiday moves it behind the holiday',
    ],
    ['2025-11-30', months(3), '2026-03-02', ['2026-02-28', '2026-03-01'], 'the month has no 30th: its last day counts'],
    ['2025-07-11', months(3), '2025-10-11', [], 'a make-up workday is a working day'],
    ['2025-06-28', months(3), '2025-09-28', [], 'a make-up Sunday too'],
  ])('of %s + %j is %s', (start, length, due, skipped) => {
    const result = deadline(start, length, days);
    expect(result.due).toBe(due);
    expect(result.skipped.map(({ date }) => date)).toEqual(skipped);
  });

  test('names the holiday that moved it', () => {
    expect(deadline('2025-02-01', months(3), days).skipped[0]).toEqual({ date: '2025-05-01', holiday: '劳动节' });
  });

  test('in working days skips weekends and holidays and counts make-up workdays', () => {
    expect(deadline('2025-09-26', workdays(5), days)).toMatchObject({ due: '2025-10-10', provisional: false });
    expect(workingDaysBetween('2025-09-26', '2025-10-09', days)).toBe(4);
  });

  test('in a year whose holidays are not announced is provisional', () => {
    expect(deadline('2026-02-02', months(3), days).provisional).toBe(true);
  });

  test('is overdue from the next day', () => {
    expect([isOverdue('2025-05-12', '2025-05-12'), isOverdue('2025-05-12', '2025-05-13')]).toEqual([false, true]);
  });
});

test('weeks begin on Monday', () => {
  expect([weekday('2026-11-22'), weekday('2026-11-23'), weekday('1969-12-31')]).toEqual([7, 1, 3]);
});
