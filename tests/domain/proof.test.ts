import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../db/domain/hex.ts';
import { rootOfProof, treeRoot } from '../../db/domain/merkle.ts';
import { leavesFile, proofFiles, recordProofs, type Proof } from '../../db/domain/proof.ts';
import { proofFileNames } from '../../db/domain/proof-shards.ts';
import type { Seal } from '../../db/domain/seal.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const leafOf = (text: string) => toHex(sha256(Buffer.from(text)));
const recordsOf = (kind: 'areas' | 'proposals', count: number) =>
  Array.from({ length: count }, (_, place) => ({ kind, id: `${kind}-${String(place).padStart(5, '0')}`, leaf: leafOf(`${kind}${place}`) }));
const sealed = [...recordsOf('areas', 20), ...recordsOf('proposals', 1500)];
const seal: Seal = {
  seal: 3,
  date: '2026-11-22',
  root: toHex(
    treeRoot(
      sha256,
      sealed.map(({ leaf }) => fromHex(leaf)),
    ),
  ),
  count: sealed.length,
  ratings: null,
  before: leafOf('x'),
};
type ProofFile = { seal: number; root: string; count: number; proofs: Record<string, Proof> };

describe('the proofs', () => {
  const files = proofFiles(sha256, seal, sealed);
  const fileOf = proofFileNames(sealed);
  const opened = new Map([...files].map(([name, text]) => [name, JSON.parse(text) as ProofFile]));

  test('lead every record to the sealed root', () => {
    for (const { kind, id, leaf } of sealed) {
      const file = opened.get(fileOf.get(`${kind}:${id}`) ?? '');
      const proof = file?.proofs[id];
      expect(proof?.leaf).toBe(leaf);
      expect(file).toMatchObject({ seal: 3, root: seal.root, count: sealed.length });
      const root = rootOfProof(sha256, fromHex(leaf), proof?.index ?? -1, sealed.length, (proof?.path ?? []).map(fromHex));
      expect(root && toHex(root)).toBe(seal.root);
    }
  });

  test('lie in files of at most 64 KiB, by kind and in the order of the leaves', () => {
    expect(Math.max(...[...files.values()].map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(64 * 1024);
    expect([...files.keys()].filter((name) => name.startsWith('areas'))).toEqual(['areas.json']);
    const parts = [...opened].filter(([name]) => name.startsWith('proposals-')).toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect(parts.length).toBeGreaterThan(16);
    const ranges = parts.map(([, { proofs }]) =>
      Object.values(proofs)
        .map(({ leaf }) => leaf)
        .toSorted(),
    );
    for (const [place, range] of ranges.entries()) if (place > 0) expect((range[0] ?? '') > (ranges[place - 1]?.at(-1) ?? '')).toBe(true);
  });

  test('of a county of 13,800 records lie in fewer than 500 files', () => {
    expect(new Set(proofFileNames(recordsOf('proposals', 13_800)).values()).size).toBeLessThan(500);
  });
});

test('a record newer than the seal says so, in the list of leaves and in its own proof', () => {
  const [first, second, third] = recordsOf('areas', 3) as [(typeof sealed)[number], (typeof sealed)[number], (typeof sealed)[number]];
  const current = [{ ...first, leaf: leafOf('changed') }, third];
  const { leaves } = JSON.parse(leavesFile(seal, [first, second], current, [])) as { leaves: object[] };
  expect(leaves).toEqual([
    { kind: 'areas', id: first.id, sealed: first.leaf, current: leafOf('changed') },
    { kind: 'areas', id: second.id, sealed: second.leaf, current: null },
    { kind: 'areas', id: third.id, sealed: null, current: third.leaf },
  ]);
  const versions = new Map([first, second].map((record) => [`areas:${record.id}`, [{ ...record, seal: 3, date: '2026-11-22' }]]));
  const proofs = recordProofs(current, { log: [seal], logText: '', versions });
  expect(proofs.get(`areas:${first.id}`)).toMatchObject({ leaf: leafOf('changed'), sealed: false, file: 'areas.json' });
  expect(proofs.get(`areas:${third.id}`)).toMatchObject({ sealed: false, versions: [], file: undefined });
});
