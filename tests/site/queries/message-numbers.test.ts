import { afterAll, expect, test } from 'vitest';
import type { Snapshot } from '../../../db/domain/snapshot.ts';
import { lendSnapshot } from '../../../db/records/lent.ts';
import { messageNumbers } from '../../../site/queries/message-numbers.ts';
import { smallCounty } from '../small-county.ts';

const county = smallCounty();
const lend = (received: number, answered: number, medianDays: number | null): void => {
  const facts = { received, answered, medianDays };
  lendSnapshot({
    schemaVersion: 1,
    asOf: '2026-11-22',
    ratings: {},
    hallBallots: {},
    tallies: [],
    ratingsLog: [],
    proposals: {},
    messages: { all: facts, perDeputy: { 'zhao-yi': facts } },
  } satisfies Snapshot);
};
afterAll(() => lendSnapshot(undefined));

test('a profile tells how many messages came and how soon half of them were answered', () => {
  lend(14, 12, 3.5);
  expect(messageNumbers(county, 'zhao-yi')?.shown).toEqual({ received: 14, answered: 12, medianDays: 3.5 });
});

test('nine messages look like none, so that no sender is recognised', () => {
  lend(9, 9, 2);
  expect(messageNumbers(county, 'zhao-yi')).toEqual({ asOf: '2026-11-22', minimum: 10 });
  expect(messageNumbers(county, 'sun-san')).toEqual({ asOf: '2026-11-22', minimum: 10 });
});

test('with ten messages and nine answers there is no median', () => {
  lend(10, 9, 2);
  expect(messageNumbers(county, 'zhao-yi')?.shown).toEqual({ received: 10, answered: 9, medianDays: undefined });
});

test('without a database nothing is said', () => {
  lendSnapshot(undefined);
  expect(messageNumbers(county, 'zhao-yi')).toBeUndefined();
});
