import { expect, test } from 'vitest';
import { workingDays, type Calendar } from '../../db/domain/calendar.ts';
import { deadline, type Period } from '../../db/domain/deadline.ts';
import { movedDue, type CalendarVersion } from '../../db/domain/moved-due.ts';

const of2026: Calendar = {
  ...{ id: '2026', year: 2026, source: '通知', announcedOn: '2025-11-04', makeUpWorkdays: ['2026-01-04'] },
  holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-03' }],
};
const longer: Calendar = { ...of2026, holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-05' }] };
const months = (count: number): Period => ({ count, unit: 'months', source: '' });
const due = (start: string, calendars: Calendar[]) => deadline(start, months(3), workingDays(calendars));

const announced: CalendarVersion[] = [{ calendar: of2026, knownFrom: '2025-11-04' }];

test('a calendar announced after the assignment moved the day, and both days are known', () => {
  // Three months from 1 October 2025 end on New Year's Day, by weekends a Thursday.
  const limit = due('2025-10-01', [of2026]);
  expect(limit.due).toBe('2026-01-04');
  expect(movedDue(limit, announced)).toEqual({ before: '2026-01-01', on: '2025-11-04' });
});

test('what was assigned after the announcement was never otherwise', () => {
  expect(movedDue(due('2025-11-04', [of2026]), announced)).toBeUndefined();
  expect(movedDue(due('2025-12-01', [of2026]), announced)).toBeUndefined();
});

test('a day that the calendar leaves alone is not explained away', () => {
  expect(movedDue(due('2025-10-08', [of2026]), announced)).toBeUndefined();
});

test('a calendar that was changed later moves the day again, from the day of the change', () => {
  const versions: CalendarVersion[] = [...announced, { calendar: longer, knownFrom: '2025-12-20' }];
  expect(movedDue(due('2025-10-01', [longer]), versions)).toEqual({ before: '2026-01-01', on: '2025-12-20' });
  const short: CalendarVersion[] = [
    { calendar: of2026, knownFrom: undefined },
    { calendar: longer, knownFrom: '2025-12-20' },
  ];
  expect(movedDue(due('2025-10-01', [longer]), short)).toEqual({ before: '2026-01-04', on: '2025-12-20' });
});

test('a county that never wrote down when calendars came says nothing', () => {
  expect(movedDue(due('2025-10-01', [of2026]), [{ calendar: of2026, knownFrom: undefined }])).toBeUndefined();
});
