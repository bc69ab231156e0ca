/** What the seals say of a record: its leaf, when it was sealed, and every earlier version with what changed and why. */
import { createHash } from 'node:crypto';
import type { Correction } from '../../db/domain/correction.ts';
import { differences, type Difference } from '../../db/domain/differences.ts';
import { toHex } from '../../db/domain/hex.ts';
import type { Kind } from '../../db/domain/kinds.ts';
import { recordProofs, type RecordProof } from '../../db/domain/proof.ts';
import { publishedRecords } from '../../db/domain/published.ts';
import { leavesOf, type Seal } from '../../db/domain/seal.ts';
import { readSeals } from '../../db/records/seals.ts';
import { dictionary } from '../../functions/dictionary.ts';
import { oncePer, type County } from './county.ts';
import { contentDir } from './records.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const seals = oncePer(() => readSeals(contentDir()));

const published = oncePer(({ records, today }) => publishedRecords(records, today));

const items = oncePer((county) => {
  const leaves = leavesOf(published(county), sha256);
  return new Map(leaves.map(({ kind, id, item, hash }) => [`${kind}:${id}`, { kind, id, item, leaf: toHex(hash) }]));
});

const proofs = oncePer((county) => recordProofs([...items(county).values()], seals(county)));

/** The last seal of the county; undefined before the first. */
export const lastSeal = (county: County): Seal | undefined => seals(county).log.at(-1);

/** Undefined for a record that is not published. */
export const proofOf = (county: County, kind: Kind, id: string): RecordProof | undefined => proofs(county).get(`${kind}:${id}`);

/** `before` and `after` as text. */
export type ShownDifference = { meaning: string; before: string; after: string };
export type Change = {
  /** Undefined for what has changed since the last seal. */
  seal: number | undefined;
  date: string | undefined;
  notes: Correction[];
  /** Undefined where the earlier text may not be shown any more. */
  parts: ShownDifference[] | undefined;
};

/** How a record came to be what it is: each change since it was first sealed, newest first. */
export function changesOf(county: County, kind: Kind, id: string): Change[] {
  const current = items(county).get(`${kind}:${id}`);
  const proof = proofOf(county, kind, id);
  if (!current || !proof) return [];
  const sealed = proof.versions.map(({ seal, date, item }) => ({ seal, date, item }));
  const states = proof.sealed || sealed.length === 0 ? sealed : [...sealed, { seal: undefined, date: undefined, item: current.item }];
  return states
    .slice(1)
    .map(({ seal, date, item }, place) => ({
      seal,
      date,
      notes: notesOf(county, `${kind}:${id}`, seal),
      parts: partsOf(kind, states[place]?.item, item),
    }))
    .toReversed();
}

/** Corrections that name the record and were sealed together with the change. */
const notesOf = (county: County, name: string, seal: number | undefined): Correction[] =>
  [...published(county).corrections.values()].filter(
    ({ id, records }) => records.includes(name) && proofOf(county, 'corrections', id)?.versions[0]?.seal === seal,
  );

const meanings = new Map(dictionary().flatMap(({ kind, fields }) => fields.map(({ path, meaning }) => [`${kind}.${path}`, meaning])));

const partsOf = (kind: Kind, before: object | undefined, after: object | undefined): ShownDifference[] | undefined =>
  before && after && differences(before, after).map((part) => shown(kind, part));

const shown = (kind: Kind, { path, before, after }: Difference): ShownDifference => ({
  meaning: meanings.get(`${kind}.${path.replace(/\[\]$/, '')}`) ?? path,
  ...aroundChange(plainText(before), plainText(after)),
});

/** Characters that stay on both sides of a change, so that one sees where in a long text it is. */
const CONTEXT = 12;

/** Of two long texts the part that differs, with a little of what stands around it. */
export function aroundChange(before: string, after: string): { before: string; after: string } {
  if (before === '' || after === '') return { before, after };
  const [old, now] = [Array.from(before), Array.from(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const [from, rest] = [Math.max(0, start - CONTEXT), Math.max(0, end - CONTEXT)];
  const cut = (text: string[]): string => `${from > 0 ? '…' : ''}${text.slice(from, text.length - rest).join('')}${rest > 0 ? '…' : ''}`;
  return { before: cut(old), after: cut(now) };
}

/** A value as people read it; of an entry with several fields its texts, dates and numbers, not its codes and references. */
function plainText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const texts = Object.values(value).map((inner) => (typeof inner === 'string' && !/\p{Script=Han}|^\d/u.test(inner) ? '' : plainText(inner)));
  return texts.filter(Boolean).join('，');
}
