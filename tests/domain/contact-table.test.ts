import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactTable } from '../../db/domain/contact-table.ts';
import { dutyParts } from '../../db/domain/duty-log.ts';
import { attendanceCounts, sessionAttendance } from '../../db/domain/attendance.ts';
import { activity, dutyRecords } from '../support/duty-county.ts';

type Fields = Record<string, Record<string, unknown>>;
const tableOf = (activities: Fields, constituency = 'c1', year = 2026) => {
  const records = dutyRecords({
    activities,
    constituencies: { wide: { term: 'terms:t1', name: '全镇', kind: 'residence', seats: 3, areas: ['areas:town'] } },
  });
  const found = records.constituencies.get(constituency);
  if (!found) throw new Error('no constituency');
  return contactTable(records, found, dutyParts(records, '2026-11-22').get('people:a1/m') ?? [], { year, today: '2026-11-22' });
};
const contact = (from: string, areas: string[], type = 'visit') => activity(type, from, { people: 3, areas: areas.map((id) => `areas:${id}`) });

test('a village that nobody went to stays as an empty row, and months ahead are not empty but ahead', () => {
  const { communities, contacts, reached } = tableOf({ one: contact('2026-03-05', ['north']), two: contact('2026-03-20', ['north'], 'reception') });
  expect(communities.map(({ area, total }) => [area, total])).toEqual([
    ['north', 2],
    ['south', 0],
  ]);
  expect(communities[0]?.months).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, undefined]);
  expect([contacts, reached]).toEqual([2, 1]);
});

test.each<[string, string[], Record<string, number>]>([
  ['an estate belongs to its village', ['mill'], { north: 1 }],
  ['two villages on one day count in both', ['north', 'south'], { north: 1, south: 1 }],
  ['a village and its estate count once', ['north', 'mill'], { north: 1 }],
  ['the town is named, but no village', ['town'], { unplaced: 1 }],
  ['nothing is named', [], { unplaced: 1 }],
  ['another constituency', ['east'], { outside: 1 }],
  ['another county', ['far'], { outside: 1 }],
])('%s', (_, areas, expected) => {
  const table = tableOf({ one: contact('2026-05-05', areas) });
  const rows = {
    ...Object.fromEntries(table.communities.map(({ area, total }) => [area, total])),
    unplaced: table.unplaced.total,
    outside: table.outside.total,
  };
  expect(Object.fromEntries(Object.entries(rows).filter(([, total]) => total > 0))).toEqual(expected);
  expect(table.contacts).toBe(1);
});

test('a constituency drawn as a whole town lists the villages of the town', () => {
  expect(tableOf({}, 'wide').communities.map(({ area }) => area)).toEqual(['north', 'south', 'east']);
});

test('meetings, trainings and disputed visits are no contact with voters', () => {
  const disputed = { ...contact('2026-05-05', ['north']), state: 'disputed', dispute: '不对' };
  expect(tableOf({ one: activity('training', '2026-05-05', { areas: ['areas:north'] }), two: disputed }).contacts).toBe(0);
});

test('every contact is seen in at least one row, and the order of the log changes nothing', () => {
  const one = fc.record({
    month: fc.integer({ min: 1, max: 11 }),
    areas: fc.uniqueArray(fc.constantFrom('north', 'south', 'east', 'mill', 'town', 'far')),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), (list) => {
      const entries = list.map(({ month, areas }, index): [string, Record<string, unknown>] => [
        `a-${index}`,
        contact(`2026-${String(month).padStart(2, '0')}-02`, areas),
      ]);
      const table = tableOf(Object.fromEntries(entries));
      const rows = [...table.communities, table.unplaced, table.outside];
      const sum = rows.reduce((all, { total }) => all + total, 0);
      expect(rows.every(({ months, total }) => months.reduce<number>((all, n) => all + (n ?? 0), 0) === total)).toBe(true);
      expect(sum).toBeGreaterThanOrEqual(table.contacts);
      expect(table.contacts).toBe(list.length);
      expect(tableOf(Object.fromEntries(entries.toReversed()))).toEqual(table);
    }),
    { numRuns: 40 },
  );
});

test('attendance goes session by session, and says where the log is silent', () => {
  const session = (number: number, from: string, attendance: string, fields: Record<string, unknown> = {}) =>
    activity('session', from, { session: `terms:t1/${number}`, deputies: [{ mandate: 'people:a1/m', attendance }], ...fields });
  const records = dutyRecords({
    activities: {
      first: session(1, '2022-01-11', 'absent'),
      second: session(2, '2023-01-10', 'leave'),
      'second-day-two': session(2, '2023-01-11', 'present'),
    },
  });
  const term = records.terms.get('t1');
  if (!term) throw new Error('no term');
  const parts = dutyParts(records, '2026-11-22').get('people:a1/m') ?? [];
  const look = (first: string) => sessionAttendance(term, [{ first, last: undefined }], parts, '2026-11-22');
  expect(look('2022-01-11').map(({ mark }) => mark)).toEqual(['absent', 'present', 'unrecorded']);
  expect(look('2022-06-01').map(({ mark }) => mark)).toEqual(['present', 'unrecorded']);
  expect(attendanceCounts(look('2022-01-11'))).toEqual({ sessions: 3, present: 1, leave: 0, absent: 1, disputed: 0, unrecorded: 1 });
});

test('a contested line on the sheet of a session is neither presence nor absence', () => {
  const records = dutyRecords({
    activities: {
      one: activity('session', '2022-01-11', {
        session: 'terms:t1/1',
        deputies: [{ mandate: 'people:a1/m', attendance: 'absent', dispute: '我在场' }],
      }),
    },
  });
  const term = records.terms.get('t1');
  const parts = dutyParts(records, '2026-11-22').get('people:a1/m') ?? [];
  expect(term && sessionAttendance(term, [{ first: '2022-01-11', last: undefined }], parts, '2022-06-01')[0]?.mark).toBe('disputed');
});
