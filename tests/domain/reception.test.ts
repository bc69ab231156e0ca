import { expect, test } from 'vitest';
import { workingDays, type Calendar } from '../../db/domain/calendar.ts';
import { nextReceptionDays, receptionRule } from '../../db/domain/reception.ts';

const calendar: Calendar = {
  id: '2026', year: 2026, source: '通知',
  holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }],
  makeUpWorkdays: ['2026-09-20', '2026-10-10'],
};
const days = workingDays([calendar]);
const rule = (fields: Record<string, unknown>) => receptionRule.parse({ from: '15:00', to: '16:00', ifHoliday: 'weekLater', ...fields });
const dates = (fields: Record<string, unknown>, today: string, count = 3) => nextReceptionDays([rule(fields)], days, today, count).map(({ date }) => date);

test('the first Friday of a month, a week later where that is a holiday, and it says why', () => {
  expect(dates({ every: 'weekday', weekday: 5, week: 1 }, '2026-09-05')).toEqual(['2026-10-09', '2026-11-06', '2026-12-04']);
  const [moved] = nextReceptionDays([rule({ every: 'weekday', weekday: 5, week: 1 })], days, '2026-10-01', 1);
  expect(moved).toMatchObject({ date: '2026-10-09', moved: { date: '2026-10-02', holiday: '国庆节' } });
});

test('the 15th of odd months, on the next working day where it is a weekend', () => {
  expect(dates({ every: 'monthDay', days: [15], months: 'odd', ifHoliday: 'nextWorkingDay' }, '2026-02-01')).toEqual(['2026-03-16', '2026-05-15', '2026-07-15']);
});

test('the 9th and the 19th, left out on a day off', () => {
  expect(dates({ every: 'monthDay', days: [9, 19], ifHoliday: 'cancelled' }, '2026-04-01', 4)).toEqual(['2026-04-09', '2026-05-19', '2026-06-09', '2026-06-19']);
});

test('a Saturday rule means Saturdays', () => {
  expect(dates({ every: 'weekday', weekday: 6 }, '2026-11-22', 2)).toEqual(['2026-11-28', '2026-12-05']);
});

test('today counts', () => {
  expect(dates({ every: 'weekday', weekday: 5, week: 'last' }, '2026-11-27', 1)).toEqual(['2026-11-27']);
});
