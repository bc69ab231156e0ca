import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../db/domain/civil-date.ts';
import { deedsOf, dutyParts, proposalsLed, type Deed } from '../../db/domain/duty-log.ts';
import { minimumFor, quotaProgress } from '../../db/domain/duty-progress.ts';
import { mandateShape } from '../../db/domain/person.ts';
import { quotaSetShape, type QuotaSet } from '../../db/domain/quota.ts';
import { daysServed, servedOn, serviceSpans, type Span } from '../../db/domain/service.ts';
import { termShape } from '../../db/domain/term.ts';
import { activity, dutyRecords } from '../support/duty-county.ts';

const set = (fields: Record<string, unknown> = {}): QuotaSet =>
  quotaSetShape.parse({
    id: 'six',
    label: '六个一',
    from: '2024-01-01',
    items: [
      { code: 'people', label: '联系选民', unit: 'people', minimum: 10, activityTypes: ['visit', 'reception'] },
      { code: 'deed', label: '办实事', unit: 'times', minimum: 1, activityTypes: ['practicalDeed'] },
    ],
    ...fields,
  });
const deed = (type: Deed['type'], on: string, people = 0): Deed => ({ type, on, times: 1, people, households: 0 });
const always: Span[] = [{ first: '2022-01-11', last: undefined }];

test.each<[string, number, number, QuotaSet['partYear'], number]>([
  ['a whole year asks for all of it', 10, 365, 'proRata', 10],
  ['half a year for half', 10, 183, 'proRata', 5],
  ['a quarter, rounded half up', 10, 91, 'proRata', 2],
  ['ten days of ten', 10, 10, 'proRata', 0],
  ['one thing, from half a year on', 1, 183, 'proRata', 1],
  ['one thing, not for less', 1, 182, 'proRata', 0],
  ['one thing, missing a single day', 1, 364, 'proRata', 1],
  ['the rule may ask for all of it all the same', 10, 98, 'whole', 10],
  ['or for nothing', 10, 364, 'exempt', 0],
  ['and for all where nothing is missing', 10, 365, 'exempt', 10],
])('%s', (_, minimum, days, rule, expected) => {
  expect(minimumFor(minimum, days, 365, rule)).toBe(expected);
});

test('what is asked never exceeds the whole, and never falls when someone served longer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 364 }),
      fc.constantFrom('proRata', 'whole', 'exempt'),
      (minimum, days, rule) => {
        const asked = minimumFor(minimum, days, 365, rule as QuotaSet['partYear']);
        return asked >= 0 && asked <= minimum && asked <= minimumFor(minimum, days + 1, 365, rule as QuotaSet['partYear']);
      },
    ),
  );
});

test('people are added up, times are counted, other years and other kinds are not', () => {
  const deeds = [
    deed('visit', '2026-03-01', 6),
    deed('reception', '2026-12-31', 5),
    deed('visit', '2025-12-31', 9),
    deed('training', '2026-05-05', 30),
  ];
  expect(quotaProgress(set(), 2026, always, deeds)?.items.map(({ count, minimum, reached }) => [count, minimum, reached])).toEqual([
    [11, 10, true],
    [0, 1, false],
  ]);
});

test('a set counts from the day it came into force and until it ends', () => {
  const deeds = [deed('visit', '2026-06-30', 4), deed('visit', '2026-07-01', 5)];
  const progress = quotaProgress(set({ from: '2026-07-01' }), 2026, always, deeds);
  expect([progress?.days, progress?.items[0]?.count, progress?.items[0]?.minimum]).toEqual([184, 5, 5]);
  expect(quotaProgress(set({ until: '2025-12-31' }), 2026, always, deeds)).toBeUndefined();
  expect(quotaProgress(set(), 2023, always, deeds)).toBeUndefined();
});

test('a deputy who joined in September, and one who was suspended for five months, are asked for their share', () => {
  const joined: Span[] = [{ first: '2024-09-26', last: undefined }];
  expect(quotaProgress(set(), 2024, joined, [])?.items.map(({ minimum }) => minimum)).toEqual([3, 0]);
  const suspended: Span[] = [
    { first: '2022-01-11', last: '2024-10-29' },
    { first: '2025-03-28', last: undefined },
  ];
  expect(quotaProgress(set(), 2024, suspended, [])?.items.map(({ minimum }) => minimum)).toEqual([8, 1]);
  expect(quotaProgress(set(), 2025, suspended, [])?.days).toBe(279);
  expect(quotaProgress(set(), 2026, [{ first: '2022-01-11', last: '2025-06-01' }], [])).toBeUndefined();
});

const term = termShape.parse({ id: 't1', congress: 'congresses:c1', ordinal: 17, start: '2022-01-11' });
const mandate = (fields: Record<string, unknown>) =>
  mandateShape.parse({ id: 'm', term: 'terms:t1', constituency: 'constituencies:c1', electedOn: '2021-12-08', ...fields });

test('service begins with the term, stops with a suspension, and ends with the mandate', () => {
  const events = [
    { kind: 'suspended', on: '2024-10-30' },
    { kind: 'restored', on: '2025-03-28' },
    { kind: 'resigned', on: '2026-07-16' },
    { kind: 'terminated', on: '2026-07-16', reason: 'resigned' },
  ];
  expect(serviceSpans(mandate({ events }), term, '2026-11-22')).toEqual([
    { first: '2022-01-11', last: '2024-10-29' },
    { first: '2025-03-28', last: '2026-07-15' },
  ]);
  expect(serviceSpans(mandate({ events }), term, '2024-12-31')).toEqual([{ first: '2022-01-11', last: '2024-10-29' }]);
  expect(serviceSpans(mandate({ electedBy: 'byElection', electedOn: '2024-09-20' }), term, '2024-09-19')).toEqual([]);
  expect(serviceSpans(mandate({}), { ...term, start: { unknown: '旧记录' } }, '2026-11-22')).toEqual([]);
});

test('days served are the days on which someone served, whatever the runs', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2023-06-01', days));
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 6, minLength: 1 }), day, fc.integer({ min: 0, max: 300 }), (changes, from, length) => {
      const events = changes.toSorted().map((on, index) => ({ kind: index % 2 === 0 ? 'suspended' : 'restored', on }));
      const spans = serviceSpans(mandate({ events }), term, '2026-11-22');
      const to = addDays(from, length);
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
      return daysServed(spans, from, to) === days.filter((one) => servedOn(spans, one)).length;
    }),
    { numRuns: 60 },
  );
});

const proposal = (fields: Record<string, unknown> = {}) => ({
  number: '1',
  title: '建议',
  term: 'terms:t1',
  submittedOn: '2024-01-17',
  lead: 'people:a1/m',
  body: '',
  ...fields,
});

test('only confirmed, undisputed entries of those who were there count', () => {
  const records = dutyRecords({
    activities: {
      one: activity('visit', '2026-03-01', { people: 3 }),
      two: activity('visit', '2026-03-02', { people: 5, state: 'disputed', dispute: '不对' }),
      three: activity('visit', '2026-03-03', { people: 7, state: 'void', voidReason: '重复' }),
      four: activity('visit', '2026-03-04', { people: 11, state: 'draft' }),
      five: activity('visit', '2026-03-05', { people: 13, deputies: [{ mandate: 'people:a1/m', attendance: 'leave' }] }),
      six: activity('visit', '2026-03-06', { people: 17, deputies: [{ mandate: 'people:a1/m', dispute: '我没去' }] }),
      ahead: activity('visit', '2026-12-24', { people: 19 }),
    },
  });
  const parts = dutyParts(records, '2026-11-22').get('people:a1/m') ?? [];
  expect(parts.map((part) => part.activity.id)).toEqual(['six', 'five', 'three', 'two', 'one']);
  expect(deedsOf(records, parts, []).map(({ people }) => people)).toEqual([3]);
});

test('a proposal counts once, as its lead or by the log, and not where it was withdrawn or not accepted', () => {
  const records = dutyRecords({
    proposals: {
      own: proposal(),
      gone: proposal({ events: [{ kind: 'withdrawn', on: '2024-02-01' }] }),
      refused: proposal({ events: [{ kind: 'notAccepted', on: '2024-02-01', reason: 'ownUnit' }] }),
      motion: proposal({ kind: 'motion' }),
      other: proposal({ lead: 'people:b1/m' }),
    },
    activities: {
      own: activity('proposal', '2024-01-17', { proposals: ['proposals:own'] }),
      joint: activity('proposal', '2024-01-18', { proposals: ['proposals:other'] }),
      unnamed: activity('motion', '2024-01-18'),
    },
  });
  const deeds = deedsOf(
    records,
    dutyParts(records, '2026-11-22').get('people:a1/m') ?? [],
    proposalsLed(records, '2026-11-22').get('people:a1/m') ?? [],
  );
  expect(deeds.map(({ type, on }) => `${type} ${on}`).toSorted()).toEqual([
    'motion 2024-01-17',
    'motion 2024-01-18',
    'proposal 2024-01-17',
    'proposal 2024-01-18',
  ]);
});
