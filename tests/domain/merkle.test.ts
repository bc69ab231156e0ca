import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inclusionProofs, leafHash, rootOfProof, treeRoot } from '../../db/domain/merkle.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('hex');

/** RFC 9162, 2.1.1 and 2.1.3.1, word for word: recursive and slow. `entries` are the data, not their hashes. */
const split = (count: number): number => {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
};
const mth = (entries: Buffer[]): Buffer => {
  if (entries.length === 0) return createHash('sha256').digest();
  if (entries.length === 1)
    return createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), ...entries]))
      .digest();
  const k = split(entries.length);
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), mth(entries.slice(0, k)), mth(entries.slice(k))]))
    .digest();
};
const path = (m: number, entries: Buffer[]): Buffer[] => {
  if (entries.length <= 1) return [];
  const k = split(entries.length);
  return m < k ? [...path(m, entries.slice(0, k)), mth(entries.slice(k))] : [...path(m - k, entries.slice(k)), mth(entries.slice(0, k))];
};

const entriesOf = fc.array(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  { maxLength: 70 },
);
const leavesOf = (entries: Buffer[]): Uint8Array[] => entries.map((entry) => leafHash(sha256, entry));

describe('the Merkle tree is that of RFC 9162', () => {
  test('every root and every proof, as the definition gives them', () => {
    fc.assert(
      fc.property(entriesOf, (entries) => {
        const leaves = leavesOf(entries);
        expect(hex(treeRoot(sha256, leaves))).toBe(hex(mth(entries)));
        expect(inclusionProofs(sha256, leaves).map((proof) => proof.map(hex))).toEqual(entries.map((_, place) => path(place, entries).map(hex)));
      }),
      { numRuns: 200 },
    );
  });

  test('a proof leads its own leaf to the root, and no other leaf, place or length', () => {
    fc.assert(
      fc.property(
        entriesOf.filter(({ length }) => length > 1),
        fc.nat(),
        fc.nat(),
        (entries, some, other) => {
          const leaves = leavesOf(entries.map((entry, place) => Buffer.concat([entry, Buffer.from(`#${place}`)])));
          const [root, size, index] = [hex(treeRoot(sha256, leaves)), leaves.length, some % leaves.length];
          const [leaf, proof] = [leaves[index] as Uint8Array, inclusionProofs(sha256, leaves)[index] as Uint8Array[]];
          const lead = (...given: [Uint8Array, number, number, readonly Uint8Array[]]) => hex(rootOfProof(sha256, ...given));
          expect(lead(leaf, index, size, proof)).toBe(root);
          const elsewhere = (index + 1 + (other % (size - 1))) % size;
          expect(lead(leaves[elsewhere] as Uint8Array, index, size, proof)).not.toBe(root);
          expect(lead(leaf, elsewhere, size, proof)).not.toBe(root);
          expect(lead(leaf, index, size, proof.slice(1))).not.toBe(root);
          expect(lead(leaf, index, size, [...proof, leaf])).not.toBe(root);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('an inner node cannot pass for a record', () => {
    const [a, b] = leavesOf([Buffer.from('甲'), Buffer.from('乙')]) as [Uint8Array, Uint8Array];
    expect(hex(leafHash(sha256, Buffer.concat([a, b])))).not.toBe(hex(treeRoot(sha256, [a, b])));
  });
});
