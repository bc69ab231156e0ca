/** Inclusion proofs (包含证明): for each sealed record the short path from its leaf to the sealed root, in files that stay small. */
import { fromHex, toHex } from './hex.ts';
import { inclusionProofs, type Hash } from './merkle.ts';
import { groupBy } from './records.ts';
import { nameOf, sealedState, type Seal, type SealedLeaf, type Seals, type Version } from './seal.ts';

/** A file of proofs is at most this large, so that a phone can check one record. */
const LARGEST = 64 * 1024;

export type Proof = { leaf: string; index: number; path: string[] };
export type ProofFiles = {
  /** Text by file name below `/data/proofs/`: `areas.json`, or `proposals-3f.json` with the first digits of the leaves. */
  files: Map<string, string>;
  /** The file of a record, by `kind:id`. */
  fileOf: Map<string, string>;
};

/** The proofs of the last seal; `sealed` are its leaves in the order of the tree. */
export function proofFiles(hash: Hash, { seal, root, count }: Seal, sealed: readonly SealedLeaf[], largest = LARGEST): ProofFiles {
  const paths = inclusionProofs(
    hash,
    sealed.map(({ leaf }) => fromHex(leaf)),
  );
  const proofs = sealed.map((record, index) => ({ record, proof: { leaf: record.leaf, index, path: (paths[index] ?? []).map(toHex) } }));
  const made: ProofFiles = { files: new Map(), fileOf: new Map() };
  for (const [kind, ofKind] of groupBy(proofs, ({ record }) => record.kind))
    for (const [file, text, members] of smallFiles(kind, ofKind)) {
      made.files.set(file, text);
      for (const { record } of members) made.fileOf.set(nameOf(record), file);
    }
  return made;

  type Proven = (typeof proofs)[number];

  /** With as few digits of the leaf as keep every file under the limit. */
  function smallFiles(kind: string, members: readonly Proven[], digits = 0): [string, string, readonly Proven[]][] {
    const parts = [...groupBy(members, ({ record }) => record.leaf.slice(0, digits))].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const files = parts.map(([start, part]): [string, string, readonly Proven[]] => [
      `${kind}${digits === 0 ? '' : `-${start}`}.json`,
      textOf(part),
      part,
    ]);
    return digits < 4 && files.some(([, text]) => text.length > largest) ? smallFiles(kind, members, digits + 1) : files;
  }

  function textOf(members: readonly Proven[]): string {
    return JSON.stringify({
      schemaVersion: 1,
      seal,
      root,
      count,
      proofs: Object.fromEntries(members.map(({ record, proof }) => [record.id, proof])),
    });
  }
}

/**
 * `/data/leaves.json`, by which a download is checked: the files that hold records, and every leaf as it is `sealed`
 * and, where a record is newer than the seal, as it is `current` (null: there is none).
 */
export function leavesFile(
  seal: Seal | undefined,
  sealed: readonly SealedLeaf[],
  current: readonly SealedLeaf[],
  files: readonly { file: string; kind: string }[],
): string {
  const now = new Map(current.map((record) => [nameOf(record), record.leaf]));
  const known = new Set(sealed.map(nameOf));
  const leaves = [
    ...sealed.map((record) => {
      const leaf = now.get(nameOf(record)) ?? null;
      return { kind: record.kind, id: record.id, sealed: record.leaf, ...(leaf !== record.leaf && { current: leaf }) };
    }),
    ...current.filter((record) => !known.has(nameOf(record))).map(({ kind, id, leaf }) => ({ kind, id, sealed: null, current: leaf })),
  ];
  return JSON.stringify({ schemaVersion: 1, seal: seal ?? null, files, leaves });
}

/** What a record's page and JSON twin say about its proof. */
export type RecordProof = {
  /** Leaf of the record as it is published now. */
  leaf: string;
  /** Every sealed state, oldest first; none before the first seal. */
  versions: Version[];
  /** True where the last seal vouches for exactly this. */
  sealed: boolean;
  /** File below `/data/proofs/` with the proof of the last seal. */
  file: string | undefined;
};

/** By `kind:id`; `current` are the leaves of today. */
export function recordProofs(hash: Hash, current: readonly SealedLeaf[], { log, versions }: Seals): Map<string, RecordProof> {
  const last = log.at(-1);
  const fileOf = last ? proofFiles(hash, last, sealedState(versions)).fileOf : new Map<string, string>();
  return new Map(
    current.map((record) => {
      const name = nameOf(record);
      const own = versions.get(name) ?? [];
      return [name, { leaf: record.leaf, versions: own, sealed: own.at(-1)?.leaf === record.leaf, file: fileOf.get(name) }];
    }),
  );
}
