import { expect, test } from 'vitest';
import { promiseStanding } from '../../db/domain/promise.ts';
import { replyShape, resultOf, type Reply } from '../../db/domain/reply.ts';
import { withSettledPromises } from '../../db/domain/settled.ts';

const reply = (fields: Record<string, unknown>): Reply =>
  replyShape.parse({ id: 'r-1', proposal: 'proposals:p-1', unit: 'units:roads', repliedOn: '2026-04-10', body: '答复', ...fields });
const promises = [
  { id: 'a', what: '修好石桥', due: '2026-06-30' },
  { id: 'b', what: '装路灯', due: '2026-09-30' },
];
const standings = (replies: Reply[], today = '2026-11-22') =>
  withSettledPromises(replies)[0]?.promises.map((promise) => promiseStanding(promise, today));

test('without a word on it a promise stays owed', () => {
  expect(standings([reply({ promises }), reply({ id: 'r-2', round: 2, repliedOn: '2026-09-01' })])).toEqual(['owed', 'owed']);
});

test('a later reply that names a promise closes it on its day, and no other', () => {
  const replies = [
    reply({ promises }),
    reply({ id: 'r-2', round: 2, repliedOn: '2026-09-01', docNo: '云交函〔2026〕9号', fulfils: ['replies:r-1/b'] }),
  ];
  expect(standings(replies)).toEqual(['owed', 'kept']);
  expect(standings(replies, '2026-08-31')).toEqual(['owed', 'open']);
  expect(withSettledPromises(replies)[0]?.promises[1]?.events).toEqual([{ kind: 'kept', on: '2026-09-01', evidence: '云交函〔2026〕9号' }]);
});

test('an upgrade closes the promises that it names, and no other', () => {
  const upgraded = (fulfils: string[]) => [
    reply({ result: { class: 'planned' }, promises, upgrades: [{ on: '2026-07-15', class: 'solved', reason: '验收合格', fulfils }] }),
  ];
  expect(standings(upgraded(['a']))).toEqual(['keptLate', 'owed']);
  expect(standings(upgraded([]))).toEqual(['owed', 'owed']);
});

test('what was kept or broken by an event of its own is left as it is', () => {
  const broken = [{ ...promises[0], events: [{ kind: 'broken', on: '2026-07-01', reason: '资金没有落实' }] }];
  expect(standings([reply({ promises: broken, upgrades: [{ on: '2026-07-15', class: 'solved', reason: '验收', fulfils: ['a'] }] })])).toEqual([
    'broken',
  ]);
});

test('a class that changes later has not changed yet', () => {
  const upgraded = reply({ result: { class: 'planned' }, upgrades: [{ on: '2026-07-15', class: 'solved', reason: '验收' }] });
  expect([resultOf(upgraded, '2026-07-14')?.class, resultOf(upgraded, '2026-07-15')?.class]).toEqual(['planned', 'solved']);
});
