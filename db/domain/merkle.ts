/**
 * The Merkle tree (默克尔树) of RFC 9162, 2.1: one hash stands for a list of records, and a short path shows that a record is
 * in the list. The hash function (SHA-256) is passed in; all hashes are bytes.
 */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Hash of a leaf: 0x00 before its bytes, so that no inner node can pass for a record. */
export const leafHash = (hash: Hash, bytes: Uint8Array): Uint8Array => hash(joined(0x00, bytes));

const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => hash(joined(0x01, left, right));

/** Every level from the leaves up to the root. A node without a right neighbour rises as it is. */
function levelsOf(hash: Hash, leaves: readonly Uint8Array[]): (readonly Uint8Array[])[] {
  const levels = [leaves];
  for (let below = leaves; below.length > 1; levels.push(below)) {
    const above: Uint8Array[] = [];
    for (let place = 0; place < below.length; place += 2) {
      const [left, right] = [below[place] as Uint8Array, below[place + 1]];
      above.push(right ? nodeHash(hash, left, right) : left);
    }
    below = above;
  }
  return levels;
}

/** The root over leaf hashes; over none, the hash of nothing. */
export const treeRoot = (hash: Hash, leaves: readonly Uint8Array[]): Uint8Array => levelsOf(hash, leaves).at(-1)?.[0] ?? hash(new Uint8Array());

/** The inclusion proof of every leaf: the neighbours on its way up, lowest first (RFC 9162, 2.1.3). */
export function inclusionProofs(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array[][] {
  const levels = levelsOf(hash, leaves).slice(0, -1);
  return leaves.map((_, place) => levels.flatMap((level, height) => level[(place >> height) ^ 1] ?? []));
}

/** The root that a leaf hash leads to by its proof; undefined where the proof is too long or too short (2.1.3.2). */
export function rootOfProof(hash: Hash, leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]): Uint8Array | undefined {
  let [place, last, node] = [index, size - 1, leaf];
  for (const neighbour of proof) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      node = nodeHash(hash, neighbour, node);
      while (place % 2 === 0 && place > 0) [place, last] = [place >> 1, last >> 1];
    } else node = nodeHash(hash, node, neighbour);
    [place, last] = [place >> 1, last >> 1];
  }
  return last === 0 ? node : undefined;
}

function joined(first: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = first;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
