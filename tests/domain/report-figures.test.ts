import { expect, test } from 'vitest';
import { dutyParts } from '../../db/domain/duty-log.ts';
import { reportFigures, type FiguredProposal } from '../../db/domain/report-figures.ts';
import { activity, dutyRecords } from '../support/duty-county.ts';

const figuresOf = (activities: Record<string, Record<string, unknown>>, proposals: FiguredProposal[] = [], period: Record<string, string> = {}) => {
  const records = dutyRecords({ activities });
  const term = records.terms.get('t1');
  if (!term) throw new Error('no term');
  return reportFigures({
    from: '2022-01-11',
    to: '2023-12-31',
    term,
    spans: [{ first: '2022-01-11', last: undefined }],
    parts: dutyParts(records, '2026-11-22').get('people:a1/m') ?? [],
    proposals,
    today: '2026-11-22',
    logFrom: '2022-01-11',
    ...period,
  });
};
const proposal = (fields: Partial<FiguredProposal> = {}): FiguredProposal => ({
  led: true,
  state: 'closed',
  submittedOn: '2022-01-12',
  repliedOn: ['2022-04-20'],
  ...fields,
});

test('only the days of the period count, the first and the last among them', () => {
  const visit = (from: string) => activity('visit', from, { people: 2, households: 1 });
  const { done } = figuresOf({ before: visit('2022-01-10'), first: visit('2022-01-11'), last: visit('2023-12-31'), after: visit('2024-01-01') });
  expect(done.visit).toEqual({ times: 2, people: 4, households: 2 });
  expect(done.mediation).toEqual({ times: 0, people: 0, households: 0 });
});

test('a period that is not over yet counts up to today', () => {
  expect(figuresOf({ one: activity('visit', '2026-11-22', { people: 1 }) }, [], { from: '2026-01-01', to: '2026-12-31' }).done.visit.times).toBe(1);
});

test('proposals with where they stand, and the replies that came within the period', () => {
  const { led, coSigned, states, replies } = figuresOf({}, [
    proposal(),
    proposal({ state: 'assigned', repliedOn: [] }),
    proposal({ submittedOn: '2021-12-31', repliedOn: ['2022-02-01'] }),
    proposal({ repliedOn: ['2022-04-20', '2024-02-01'] }),
    proposal({ led: false }),
  ]);
  expect({ led, coSigned, replies }).toEqual({ led: 3, coSigned: 1, replies: 3 });
  expect(states).toEqual([
    { state: 'closed', n: 2 },
    { state: 'assigned', n: 1 },
  ]);
});

test('sessions before anything was logged are not held against anyone', () => {
  expect(figuresOf({}).sessions).toMatchObject({ sessions: 2, unrecorded: 2 });
  expect(figuresOf({}, [], { logFrom: '2023-01-01' }).sessions).toMatchObject({ sessions: 1, unrecorded: 1 });
});

test('group activities say of how many, since the log names who was missing', () => {
  const group = (attendance: string, fields: Record<string, unknown> = {}) =>
    activity('groupActivity', '2022-05-01', { deputies: [{ mandate: 'people:a1/m', attendance, ...fields }] });
  expect(figuresOf({ one: group('present'), two: group('leave'), three: group('absent', { dispute: '我在' }) }).groups).toEqual({
    present: 1,
    of: 2,
  });
});
