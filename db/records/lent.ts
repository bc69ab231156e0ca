/** What publish has already read, lent to the pages that Astro renders in the same process, so that it is read once. */
import type { Snapshot } from '../domain/snapshot.ts';
import type { Loaded } from './load.ts';

const LOADED = Symbol.for('huiyin.loaded');
const SNAPSHOT = Symbol.for('huiyin.snapshot');

// Astro bundles its own copy of this module; globalThis is what both copies see.
const lent = globalThis as { [LOADED]?: Map<string, Loaded>; [SNAPSHOT]?: Snapshot | undefined };

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
export const lentSnapshot = (): Snapshot | undefined => lent[SNAPSHOT];
