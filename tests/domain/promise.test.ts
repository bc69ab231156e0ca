import { expect, test } from 'vitest';
import { isPromiseOpen, promiseDue, promiseShape, promiseState } from '../../db/domain/promise.ts';

const promise = (events: unknown[] = []) => promiseShape.parse({ id: 'a', what: '修好石桥', due: '2026-06-30', events });
const changed = { kind: 'changed', on: '2026-06-01', reason: '汛期', due: '2026-10-31' };
const kept = (on: string) => ({ kind: 'kept', on, evidence: '验收' });

test.each([
  ['open until its day has passed', [], '2026-06-30', 'open', true],
  ['late from the next day', [], '2026-07-01', 'late', true],
  ['kept in time', [kept('2026-06-30')], '2026-11-22', 'kept', false],
  ['kept, but late', [kept('2026-07-01')], '2026-11-22', 'late', false],
  ['changed while the new day lies ahead', [changed], '2026-07-15', 'changed', true],
  ['late against the new day', [changed], '2026-11-01', 'late', true],
  ['kept by the new day', [changed, kept('2026-10-01')], '2026-11-22', 'kept', false],
  ['broken when the unit says so', [{ kind: 'broken', on: '2026-07-10', reason: '资金没有落实' }], '2026-11-22', 'broken', false],
  ['not broken before it says so', [{ kind: 'broken', on: '2026-07-10', reason: '资金没有落实' }], '2026-07-05', 'late', true],
])('a promise is %s', (_, events, today, state, open) => {
  expect([promiseState(promise(events), today), isPromiseOpen(promise(events), today)]).toEqual([state, open]);
});

test('the day now in force is the last one named', () => {
  expect([promiseDue(promise([changed]), '2026-05-31'), promiseDue(promise([changed]), '2026-06-01')]).toEqual(['2026-06-30', '2026-10-31']);
});
