import { expect, test } from 'vitest';
import { workingDays } from '../../db/domain/calendar.ts';
import { reportCoverage } from '../../db/domain/report-coverage.ts';
import { reportFollowUp } from '../../db/domain/report-follow-up.ts';
import { rateOf } from '../../db/domain/rates.ts';
import { reportShape } from '../../db/domain/report.ts';
import { deputy, dutyRecords } from '../support/duty-county.ts';

type Fields = Record<string, unknown>;
const numbered = (n: number, make: (index: number) => Fields): Record<string, Fields> =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [`d-${index + 1}`, make(index)]));
const report = (index: number, fields: Fields): Fields => ({
  mandate: `people:d-${index}/m`,
  title: '述职报告',
  state: 'planned',
  from: '2022-01-11',
  to: '2024-09-30',
  audience: 'voters',
  form: 'oral',
  body: '',
  ...fields,
});
const reported = (index: number, on: string, fields: Fields = {}): Fields =>
  report(index, { state: 'published', reportedOn: on, publishedOn: on, ...fields });

/** Coverage of a county with this rule, these deputies and these reports. */
function coverageOf({
  rule,
  people,
  reports,
  today = '2024-12-31',
  start = '2022-01-11',
}: {
  rule: Fields;
  people: Record<string, Fields>;
  reports: Record<string, Fields>;
  today?: string;
  start?: string;
}) {
  const congress = {
    name: '县人大',
    shortName: '县人大',
    level: 'county',
    area: 'areas:county',
    between: 'standingCommittee',
    body: '',
    reportCoverage: { source: '办法', ...rule },
  };
  const records = dutyRecords({
    terms: { t1: { congress: 'congresses:c1', ordinal: 17, start } },
    congresses: { c1: congress },
    people: { a1: deputy({ electedOn: '2021-12-08', events: [{ kind: 'resigned', on: '2022-01-12' }] }), ...people },
    reports,
  });
  const term = records.terms.get('t1');
  if (!term) throw new Error('no term');
  const coverage = reportCoverage(records, term, today);
  if (!coverage) throw new Error('no coverage');
  return coverage;
}
const inYears = (coverage: ReturnType<typeof coverageOf>) => coverage.years.map(({ year, planned, reported: count, n }) => [year, planned, count, n]);

test('a third a year: 33, 67 and 100 percent planned, and 17 of 20 in the third year are 85 percent', () => {
  const on = (index: number): string => (index < 6 ? '2022-11-10' : index < 13 ? '2023-11-10' : '2024-11-10');
  const coverage = coverageOf({
    rule: { mode: 'fractionPerYear', years: 3 },
    people: numbered(20, () => deputy()),
    reports: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`r-${index + 1}`, reported(index + 1, on(index))])),
  });
  expect(inYears(coverage)).toEqual([
    [2022, 33, 6, 20],
    [2023, 67, 13, 20],
    [2024, 100, 17, 20],
  ]);
  expect(rateOf(17, 20, 10).percent).toBe(85);
  expect(coverage.deputies.filter(({ standing }) => standing === 'open').map(({ mandate, dueBy }) => [mandate, dueBy])).toEqual([
    ['people:d-18/m', '2024-12-31'],
    ['people:d-19/m', '2024-12-31'],
    ['people:d-20/m', '2024-12-31'],
  ]);
});

test('a term that begins in December has its first year of reports in the next', () => {
  const rule = { mode: 'everyYear' };
  expect(coverageOf({ rule, people: numbered(1, () => deputy()), reports: {}, start: '2022-12-20' }).years.map(({ year }) => year)).toEqual([
    2023, 2024,
  ]);
  expect(coverageOf({ rule, people: numbered(1, () => deputy()), reports: {}, start: '2022-06-30' }).years.map(({ year }) => year)).toEqual([
    2022, 2023, 2024,
  ]);
});

test('who reports twice in a round counts once, and a new round begins empty', () => {
  const reports = { one: reported(1, '2022-05-01'), two: reported(1, '2023-05-01') };
  expect(inYears(coverageOf({ rule: { mode: 'fractionPerYear', years: 2 }, people: numbered(2, () => deputy()), reports }))).toEqual([
    [2022, 50, 1, 2],
    [2023, 100, 1, 2],
    [2024, 50, 0, 2],
  ]);
});

test('every year: last year’s report does not count this year', () => {
  expect(
    inYears(
      coverageOf({ rule: { mode: 'everyYear', firstYear: 2023 }, people: numbered(2, () => deputy()), reports: { one: reported(1, '2023-12-31') } }),
    ),
  ).toEqual([
    [2023, 100, 1, 2],
    [2024, 100, 0, 2],
  ]);
});

test('once a term: nothing is planned for a year, and the round ends five years after the term began', () => {
  const coverage = coverageOf({
    rule: { mode: 'oncePerTerm', firstYear: 2023 },
    people: numbered(2, () => deputy()),
    reports: { one: reported(1, '2022-12-31') },
  });
  expect(inYears(coverage)).toEqual([
    [2023, undefined, 1, 2],
    [2024, undefined, 1, 2],
  ]);
  expect(coverage.deputies[1]?.dueBy).toBe('2027-01-11');
});

test.each<[string, Fields, Fields, [string, number]]>([
  ['is suspended', {}, { events: [{ kind: 'suspended', on: '2024-10-30' }] }, ['suspended', 1]],
  ['is suspended, where the rule counts all the same', { suspended: 'counted' }, { events: [{ kind: 'suspended', on: '2024-10-30' }] }, ['open', 2]],
  [
    'was suspended and is back',
    {},
    {
      events: [
        { kind: 'suspended', on: '2024-10-30' },
        { kind: 'restored', on: '2024-12-30' },
      ],
    },
    ['open', 2],
  ],
  ['came by a by-election in September', {}, { electedBy: 'byElection', electedOn: '2024-09-20' }, ['new', 1]],
  ['came by a by-election in June', {}, { electedBy: 'byElection', electedOn: '2024-06-30' }, ['open', 2]],
  ['came late, where the rule waits for nobody', { newMonths: 0 }, { electedBy: 'byElection', electedOn: '2024-12-20' }, ['open', 2]],
])('a deputy who %s', (_, rule, mandate, [standing, n]) => {
  const coverage = coverageOf({
    rule: { mode: 'everyYear', firstYear: 2024, ...rule },
    people: { 'd-1': deputy(), 'd-2': deputy(mandate) },
    reports: { one: reported(1, '2024-11-01') },
  });
  expect([coverage.deputies.find(({ mandate: ref }) => ref === 'people:d-2/m')?.standing, coverage.years[0]?.n]).toEqual([standing, n]);
});

test('a new deputy who has reported counts, one who left does not', () => {
  const coverage = coverageOf({
    rule: { mode: 'everyYear', firstYear: 2024 },
    people: {
      'd-1': deputy({ electedBy: 'byElection', electedOn: '2024-10-20' }),
      'd-2': deputy({ events: [{ kind: 'resigned', on: '2024-11-02' }] }),
    },
    reports: { one: reported(1, '2024-11-01'), two: reported(2, '2024-11-01') },
  });
  expect(inYears(coverage)).toEqual([[2024, 100, 1, 1]]);
});

test('a report on the rota: planned, or its day has passed without one', () => {
  const coverage = coverageOf({
    rule: { mode: 'everyYear', firstYear: 2024 },
    people: numbered(3, () => deputy()),
    reports: { one: report(1, { plannedOn: '2024-12-20' }), two: report(2, { plannedOn: '2024-11-20' }) },
    today: '2024-12-01',
  });
  expect(coverage.deputies.map(({ standing }) => standing)).toEqual(['planned', 'passed', 'open']);
});

const rule = { dissatisfiedOver: 30, what: '再说明一次', within: { count: 6, unit: 'months' as const, source: '办法' } };
const context = { days: workingDays([]), today: '2025-06-20', endedOn: undefined };
const ballot = (dissatisfied: number) => ({
  present: 60,
  issued: 58,
  returned: 58,
  valid: 50,
  invalid: 8,
  satisfied: 50 - dissatisfied,
  basicallySatisfied: 0,
  dissatisfied,
});
const rated = (dissatisfied: number, fields: Fields = {}) =>
  reportShape.parse({ id: 'dr-1', ...reported(1, '2024-11-15'), hallBallot: ballot(dissatisfied), ...fields });

test('thirty percent are not over thirty percent; one ballot more is', () => {
  expect(reportFollowUp(rated(15), rule, context)).toBeUndefined();
  expect(reportFollowUp(rated(16), rule, context)?.due.due).toBe('2025-05-15');
  expect(reportFollowUp(rated(50), undefined, context)).toBeUndefined();
  expect(reportFollowUp(rated(50, { hallBallot: undefined }), rule, context)).toBeUndefined();
});

test.each<[string, Fields, { today?: string; endedOn?: string }, string]>([
  ['is due', {}, { today: '2025-05-15' }, 'due'],
  ['is late from the next day', {}, { today: '2025-05-16' }, 'overdue'],
  ['was done on the last day', { followUp: { on: '2025-05-15', what: '说明' } }, {}, 'done'],
  ['was done late', { followUp: { on: '2025-05-16', what: '说明' } }, {}, 'doneLate'],
  ['is only announced', { followUp: { on: '2025-07-01', what: '说明' } }, { today: '2025-05-01' }, 'due'],
  ['fell away with the mandate', {}, { endedOn: '2025-05-15' }, 'ended'],
  ['was owed before the mandate ended', {}, { endedOn: '2025-05-16' }, 'overdue'],
])('a follow-up that %s', (_, fields, given, state) => {
  expect(reportFollowUp(rated(21, fields), rule, { ...context, ...given })?.state).toBe(state);
});
