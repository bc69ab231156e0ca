/** What publish has already read, lent to the pages that Astro renders in the same process, so that it is read once. */
import type { Plan } from '../domain/find/plan.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Loaded } from './load.ts';
import { isCollecting, nameRoot, watch } from './reads.ts';

const LOADED = Symbol.for('huiyin.loaded');
const SNAPSHOT = Symbol.for('huiyin.snapshot');
const FIND_PLAN = Symbol.for('huiyin.find-plan');

// Astro bundles its own copy of this module; globalThis is what both copies see.
const lent = globalThis as { [LOADED]?: Map<string, Loaded>; [SNAPSHOT]?: Snapshot | undefined; [FIND_PLAN]?: Plan };

/** Lends the records of a folder to the pages. */
export const lendRecords = (dir: string, loaded: Loaded): void => {
  (lent[LOADED] ??= new Map()).set(dir, loaded);
};

/** Drops the records that were lent, so that the next page reads the files again (development). */
export const forgetRecords = (): void => lent[LOADED]?.clear();

/** Lends what static pages may say about rows. */
export const lendSnapshot = (snapshot: Snapshot | undefined): void => {
  lent[SNAPSHOT] = snapshot;
};

/** The snapshot for this build; undefined where the database has never answered, and under `npm run dev`. */
export const lentSnapshot = (): Snapshot | undefined => (isCollecting() ? watch('snapshot', lent[SNAPSHOT], 2) : lent[SNAPSHOT]);

nameRoot('snapshot', () => lent[SNAPSHOT]);

/** Lends the plan of the look-up's files, which publish makes once for page and files. */
export const lendFindPlan = (plan: Plan): void => {
  lent[FIND_PLAN] = plan;
};

/** The plan that was lent. */
export function lentFindPlan(): Plan {
  const plan = lent[FIND_PLAN];
  if (!plan) throw new Error('no plan of names was lent');
  return plan;
}
