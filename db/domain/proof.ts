/** Inclusion proofs (包含证明): for each sealed record the short path from its leaf to the sealed root, in files that stay small. */
import { fromHex, toHex } from './hex.ts';
import { inclusionProofs, type Hash } from './merkle.ts';
import { proofFileNames } from './proof-shards.ts';
import { groupBy } from './records.ts';
import { nameOf, sealedState, type Seal, type SealedLeaf, type Seals, type Version } from './seal.ts';

export type Proof = { leaf: string; index: number; path: string[] };

/** The proofs of the last seal, as texts by file name; `sealed` are its leaves in the order of the tree. */
export function proofFiles(hash: Hash, { seal, root, count }: Seal, sealed: readonly SealedLeaf[]): Map<string, string> {
  const names = proofFileNames(sealed);
  const paths = inclusionProofs(
    hash,
    sealed.map(({ leaf }) => fromHex(leaf)),
  );
  // A node stands in the paths of all leaves below its neighbour.
  const digits = new Map<Uint8Array, string>();
  const hexOf = (node: Uint8Array): string => digits.get(node) ?? digits.set(node, toHex(node)).get(node) ?? '';
  const proofs = sealed.map((record, index) => ({
    file: names.get(nameOf(record)),
    id: record.id,
    proof: { leaf: record.leaf, index, path: (paths[index] ?? []).map(hexOf) },
  }));
  return new Map(
    [...groupBy(proofs, ({ file }) => file)].map(([file, members]) => [
      file,
      JSON.stringify({
        schemaVersion: 1,
        seal,
        root,
        count,
        proofs: Object.fromEntries(members.map(({ id, proof }): [string, Proof] => [id, proof])),
      }),
    ]),
  );
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
export function recordProofs(current: readonly SealedLeaf[], { versions }: Seals): Map<string, RecordProof> {
  const files = proofFileNames(sealedState(versions));
  return new Map(
    current.map((record) => {
      const name = nameOf(record);
      const own = versions.get(name) ?? [];
      return [name, { leaf: record.leaf, versions: own, sealed: own.at(-1)?.leaf === record.leaf, file: files.get(name) }];
    }),
  );
}
