/** A seal (封存): one line of the log that vouches for every record published on a day, and for the line before. */
import { z } from 'zod';
import { canonicalJson, canonicalRecord } from './canonical.ts';
import { KINDS, type Kind } from './kinds.ts';
import { leafHash, type Hash } from './merkle.ts';
import { civilDate } from './record-fields.ts';
import type { Records } from './records.ts';

/** SHA-256 as 64 hexadecimal digits. */
const hexHash = z.string().regex(/^[0-9a-f]{64}$/);

export const sealShape = z.strictObject({
  /** 1 for the first seal of a county. */
  seal: z.number().int().min(1),
  date: civilDate,
  /** Merkle root over the leaves of all records published on that day, in the order of `leavesOf`. */
  root: hexHash,
  count: z.number().int().min(1),
  /** Root of the last tally of ratings; null while there is none. */
  ratings: hexHash.nullable(),
  /** SHA-256 of the line before, without its line break; null in the first. */
  before: hexHash.nullable(),
});
export type Seal = z.infer<typeof sealShape>;

/** A seal as its line in the log, without the line break. */
export const sealLine = (seal: Seal): string => canonicalJson(seal);

const anObject = z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/**
 * What a seal adds to those before: a new or changed record, or with `leaf: null` one that is no longer there.
 * `item` is missing where a correction took the earlier text away; the leaf keeps vouching for it.
 */
export const sealedRecord = z.strictObject({ kind: z.enum(KINDS), id: z.string(), leaf: hexHash.nullable(), item: anObject.optional() });
export type SealedRecord = z.infer<typeof sealedRecord>;

export type Leaf = { kind: Kind; id: string; item: object; hash: Uint8Array };

/** The leaves of all published records in the order of the tree: by kind, then by id, as their characters' codes go. */
export function leavesOf(published: Records, hash: Hash): Leaf[] {
  const all = KINDS.toSorted((a, b) => (a < b ? -1 : 1)).flatMap((kind) =>
    (kind === 'site' ? [published.site] : [...published[kind].values()]).map((item: { id: string }) => ({ kind, id: item.id, item })),
  );
  return all.toSorted(byPlaceInTree).map(({ kind, id, item }) => ({ kind, id, item, hash: leafHash(hash, canonicalRecord(kind, item)) }));
}

type Named = { kind: string; id: string };

/** The order of leaves in the tree. */
export const byPlaceInTree = (a: Named, b: Named): number => (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? -1 : 1);

/** `kind:id`. */
export const nameOf = ({ kind, id }: Named): string => `${kind}:${id}`;

/** One sealed state of a record. */
export type Version = SealedRecord & { seal: number; date: string };

export type Seals = {
  log: Seal[];
  /** The log as it stands in its file; '' where nothing was sealed yet. */
  logText: string;
  /** By `kind:id` every sealed state, oldest first. */
  versions: Map<string, Version[]>;
};

/** A record that a seal vouches for. */
export type SealedLeaf = SealedRecord & { leaf: string };

/** The records of the last seal, in the order of the tree. */
export const sealedState = (versions: Seals['versions']): (Version & SealedLeaf)[] =>
  [...versions.values()]
    .map((list) => list.at(-1))
    .filter((version): version is Version & SealedLeaf => version !== undefined && version.leaf !== null)
    .toSorted(byPlaceInTree);
