import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, digestOfRead } from '../../../db/records/reads.ts';

/**
 * What each page of a release was made from, kept in its folder: `reads` are places in `names`, and `digests` says what
 * each had for a value then (null: cannot be compared). `from` is a digest of what every page depends on.
 */
type KeptFile = { from: string; names: string[]; digests: (string | null)[]; pages: Record<string, { props: string | null; reads: number[] }> };
const FILE = 'pages.json';

/** The pages of an earlier release that may be taken over. */
export type KeptPages = { isUnchanged: (file: string, props: object | undefined) => boolean; readsOf: (file: string) => readonly string[] };

/** @param folder an earlier release; undefined or one made from something else: nothing may be taken over */
export const openKeptPages = (folder: string | undefined, from: string): KeptPages => {
  const kept = folder === undefined ? undefined : readKept(folder, from);
  const unchanged = new Map<number, boolean>();
  const isSame = (place: number): boolean => {
    const known = unchanged.get(place);
    if (known !== undefined) return known;
    const before = kept?.digests[place];
    const same = typeof before === 'string' && digestOfRead(kept?.names[place] ?? '') === before;
    unchanged.set(place, same);
    return same;
  };
  return {
    isUnchanged: (file, props) => {
      const page = kept?.pages[file];
      return page !== undefined && page.props !== null && page.props === digestOf(() => props) && page.reads.every(isSame);
    },
    readsOf: (file) => kept?.pages[file]?.reads.map((place) => kept.names[place] ?? '') ?? [],
  };
};

const readKept = (folder: string, from: string): KeptFile | undefined => {
  try {
    const kept = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as KeptFile;
    return kept.from === from ? kept : undefined;
  } catch {
    return undefined;
  }
};

export type MadePage = { file: string; props: object | undefined; reads: Iterable<string> };

/** Writes what the pages of a release were made from. */
export const writeKeptPages = (folder: string, from: string, made: readonly MadePage[]): void => {
  const places = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const pages: KeptFile['pages'] = {};
  for (const { file, props, reads } of made) pages[file] = { props: digestOf(() => props) ?? null, reads: Array.from(reads, placeOf) };
  const names = [...places.keys()];
  const kept: KeptFile = { from, names, digests: names.map((name) => digestOfRead(name) ?? null), pages };
  writeFileSync(join(folder, FILE), JSON.stringify(kept));
};
