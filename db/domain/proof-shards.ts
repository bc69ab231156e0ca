/** The files that inclusion proofs lie in: by kind and by the first digits of the leaf, each small enough for a phone. */
import { groupBy } from './records.ts';
import { nameOf, type SealedLeaf } from './seal.ts';

/** A file of proofs is at most this large. */
const LARGEST = 64 * 1024;

/** Bytes that a proof takes at most: 67 for each neighbour, and its id, leaf and index. */
const sizeOf = (count: number): number => 67 * Math.ceil(Math.log2(Math.max(2, count))) + 180;

/** Bytes before and after the proofs. */
const AROUND = 200;

/** The file below `/data/proofs/` of each sealed record, by `kind:id`: `areas.json`, or `proposals-07.json` of several. */
export function proofFileNames(sealed: readonly SealedLeaf[], largest = LARGEST): Map<string, string> {
  const most = Math.floor((largest - AROUND) / sizeOf(sealed.length));
  const names = new Map<string, string>();
  for (const [kind, members] of groupBy(sealed, (record) => record.kind)) {
    let shards = Math.ceil(members.length / most);
    while (fullest(members, shards) > most) shards += 1;
    const digits = String(shards - 1).length;
    for (const record of members)
      names.set(nameOf(record), shards === 1 ? `${kind}.json` : `${kind}-${String(shardOf(record, shards)).padStart(digits, '0')}.json`);
  }
  return names;
}

/** Leaves are as good as random, so that equal parts of their range hold about as many. */
const shardOf = ({ leaf }: SealedLeaf, shards: number): number => Math.floor((Number.parseInt(leaf.slice(0, 8), 16) * shards) / 2 ** 32);

function fullest(members: readonly SealedLeaf[], shards: number): number {
  const counts = new Uint32Array(shards);
  for (const record of members) counts[shardOf(record, shards)] = (counts[shardOf(record, shards)] ?? 0) + 1;
  return Math.max(...counts);
}
