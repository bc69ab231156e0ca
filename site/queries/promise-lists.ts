/**
 * The lists of promises, under /promises/: STANDING/ (open, changed, owed, kept, keptLate, broken) and unit/ID/; further
 * pages add their number. Lists without a promise do not exist.
 */
import type { PromiseStanding } from '../../db/domain/promise.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { oncePer } from './county.ts';
import { promisesByStanding, promisesByUnit, type PromiseEntry } from './promises.ts';
import { unitsInOrder } from './units.ts';

export const PAGE_OF_PROMISES = 30;

export type PromiseList = { path: string; entries: PromiseEntry[] } & ({ standing: PromiseStanding } | { standing?: undefined; unit: Unit });

export const promiseLists = oncePer((county): PromiseList[] =>
  [
    ...promisesByStanding(county).map(({ standing, entries }) => ({ path: standing, standing, entries })),
    ...unitsInOrder(county).map((unit) => ({ path: `unit/${unit.id}`, unit, entries: promisesByUnit(county).get(unit.id) ?? [] })),
  ].filter(({ entries }) => entries.length > 0),
);
