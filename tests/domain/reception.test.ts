import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDays, type Calendar } from '../../db/domain/calendar.ts';
import { addDays, daysBetween, weekday } from '../../db/domain/civil-date.ts';
import { droppedReceptionDays, nextReceptionDays, receptionRule, type ReceptionRule } from '../../db/domain/reception.ts';

/** The holidays of 2026 as announced; those of 2027 are not. */
const calendar: Calendar = {
  id: '2026',
  year: 2026,
  source: '通知',
  holidays: [
    { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
    { name: '春节', from: '2026-02-15', to: '2026-02-23' },
    { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
    { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
    { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
    { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
    { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};
const days = workingDays([calendar]);
const rule = (fields: Record<string, unknown>): ReceptionRule =>
  receptionRule.parse({ from: '15:00', to: '16:00', ifHoliday: 'weekLater', ...fields });
const FIRST_FRIDAY = { every: 'weekday', weekday: 5, week: 1 };
const FIFTEENTH = { every: 'monthDay', days: [15], months: 'odd', ifHoliday: 'nextWorkingDay' };
const MARKET_DAYS = { every: 'monthDay', days: [9, 19], ifHoliday: 'cancelled' };

/** `date`, or `date ← planned day 因 why` where the day was moved. */
const told = (fields: Record<string, unknown>, today: string, count: number): string[] =>
  nextReceptionDays([rule(fields)], days, today, count).map(({ date, planned, moved }) =>
    moved ? `${date} ← ${planned} ${moved.holiday ?? '周末'}` : date,
  );

describe('the three rules that stations publish', () => {
  test.each([
    [
      'the first Friday, a week later where that is a holiday',
      FIRST_FRIDAY,
      '2026-01-01',
      ['2026-01-09 ← 2026-01-02 元旦', '2026-02-06', '2026-03-06', '2026-04-03', '2026-05-08 ← 2026-05-01 劳动节', '2026-06-05'],
    ],
    ['across National Day, which takes the whole week', FIRST_FRIDAY, '2026-09-05', ['2026-10-09 ← 2026-10-02 国庆节', '2026-11-06', '2026-12-04']],
    [
      'a day moved past the end of its month is still ahead in the next',
      { ...FIRST_FRIDAY, week: 'last' },
      '2026-10-01',
      ['2026-10-09 ← 2026-09-25 中秋节', '2026-10-30', '2026-11-27'],
    ],
    [
      'the 15th of odd months, on the next working day',
      FIFTEENTH,
      '2026-01-01',
      ['2026-01-15', '2026-03-16 ← 2026-03-15 周末', '2026-05-15', '2026-07-15', '2026-09-15', '2026-11-16 ← 2026-11-15 周末'],
    ],
    [
      'a working Saturday is a working day',
      { every: 'monthDay', days: [10], ifHoliday: 'nextWorkingDay' },
      '2026-10-01',
      ['2026-10-10', '2026-11-10'],
    ],
    [
      'the 9th and the 19th, left out on a day off; a working Saturday is none',
      MARKET_DAYS,
      '2026-04-01',
      ['2026-04-09', '2026-05-09', '2026-05-19', '2026-06-09', '2026-07-09', '2026-08-19'],
    ],
    [
      'the 31st is only where a month has one',
      { every: 'monthDay', days: [31], ifHoliday: 'nextWorkingDay' },
      '2026-02-03',
      ['2026-03-31', '2026-06-01 ← 2026-05-31 周末', '2026-07-31'],
    ],
    ['a Saturday rule means Saturdays', { every: 'weekday', weekday: 6 }, '2026-11-22', ['2026-11-28', '2026-12-05']],
    ['but not a Saturday in a holiday', { every: 'weekday', weekday: 6, week: 1 }, '2026-09-28', ['2026-10-10 ← 2026-10-03 国庆节', '2026-11-07']],
    [
      'nor on the Sunday after it, where the next working day is meant',
      { every: 'weekday', weekday: 6, week: 1, ifHoliday: 'nextWorkingDay' },
      '2026-09-28',
      ['2026-10-08 ← 2026-10-03 国庆节', '2026-11-07'],
    ],
    [
      'every Monday: the one moved a week later is the next Monday itself',
      { every: 'weekday', weekday: 1 },
      '2026-10-01',
      ['2026-10-12', '2026-10-19'],
    ],
    ['today counts', { ...FIRST_FRIDAY, week: 'last' }, '2026-11-27', ['2026-11-27']],
  ])('%s', (_name, fields, today, expected) => {
    expect(told(fields, today, expected.length)).toEqual(expected);
  });

  test('a day that is left out is named with its holiday', () => {
    expect(droppedReceptionDays([rule(MARKET_DAYS)], days, '2026-04-01', '2026-06-30').map(({ date, off }) => [date, off.holiday])).toEqual([
      ['2026-04-19', undefined],
      ['2026-06-19', '端午节'],
    ]);
    expect(droppedReceptionDays([rule(FIRST_FRIDAY)], days, '2026-01-01', '2026-12-31')).toEqual([]);
  });

  test('a day of a year whose holidays are not announced goes by weekends and is provisional', () => {
    const [first] = nextReceptionDays([rule(FIRST_FRIDAY)], days, '2026-12-31', 1);
    expect(first).toMatchObject({ date: '2027-01-01', provisional: true, moved: undefined });
  });

  test('the planned day stays when the holidays of its year are announced and move it', () => {
    const later = workingDays([
      calendar,
      { id: '2027', year: 2027, source: '通知', holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], makeUpWorkdays: [] },
    ]);
    const [first] = nextReceptionDays([rule(FIRST_FRIDAY)], later, '2026-12-31', 1);
    expect(first).toMatchObject({ date: '2027-01-08', planned: '2027-01-01', provisional: false, moved: { holiday: '元旦' } });
  });

  test('a rule keeps the place that it names', () => {
    expect(nextReceptionDays([rule({ ...FIRST_FRIDAY, place: '侧门' })], days, '2026-11-22', 1)[0]?.place).toBe('侧门');
  });
});

const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2026-01-01', offset));
const someHolidays = fc.array(fc.record({ from: day, length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 25 });
const someCalendar = fc.record({ holidays: someHolidays, makeUp: fc.array(day, { maxLength: 10 }) }).map(({ holidays, makeUp }) =>
  workingDays(
    [2026, 2027].map((year) => ({
      id: String(year),
      year,
      source: '通知',
      holidays: holidays.map(({ from, length }) => ({ name: '假', from, to: addDays(from, length - 1) })),
      makeUpWorkdays: makeUp.filter((date) => weekday(date) >= 6),
    })),
  ),
);
const someRule = fc
  .oneof(
    fc.record({
      every: fc.constant('weekday'),
      weekday: fc.integer({ min: 1, max: 7 }),
      week: fc.constantFrom('each', 'last', 1, 2, 3, 4),
      months: fc.constantFrom('all', 'odd', 'even'),
      ifHoliday: fc.constantFrom('weekLater', 'nextWorkingDay', 'cancelled'),
    }),
    fc.record({
      every: fc.constant('monthDay'),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 }),
      months: fc.constantFrom('all', 'odd', [3, 8]),
      ifHoliday: fc.constantFrom('weekLater', 'nextWorkingDay', 'cancelled'),
    }),
  )
  .map(rule);

describe('whatever the holidays', () => {
  test('a reception day is never on a day off that its rule does not mean, and never before the day it was planned for', () => {
    fc.assert(
      fc.property(someRule, someCalendar, day, (someone, calendars, today) => {
        for (const found of nextReceptionDays([someone], calendars, today, 12)) {
          const off = calendars.dayOff(found.date);
          const meant = someone.every === 'weekday' && someone.weekday >= 6 && off?.holiday === undefined;
          expect(off === undefined || meant, found.date).toBe(true);
          // Moved to "the next working day", it is one, whatever the rule means.
          if (found.moved && someone.ifHoliday === 'nextWorkingDay') expect(off).toBeUndefined();
          expect(found.date >= today && found.date >= found.planned).toBe(true);
          expect(found.date > found.planned).toBe(found.moved !== undefined);
          if (someone.ifHoliday === 'weekLater') expect(daysBetween(found.planned, found.date) % 7).toBe(0);
          if (someone.ifHoliday === 'cancelled') expect(found.moved).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  test('days come in order, none twice, and none is both held and left out', () => {
    fc.assert(
      fc.property(someRule, someRule, someCalendar, day, (one, other, calendars, today) => {
        const held = nextReceptionDays([one, other], calendars, today, 12).map(({ date }) => date);
        expect(held).toEqual([...new Set(held)].toSorted());
        const dropped = droppedReceptionDays([one], calendars, today, addDays(today, 200));
        for (const { date, off } of dropped) expect(calendars.dayOff(date)).toEqual(off);
      }),
      { numRuns: 100 },
    );
  });
});
