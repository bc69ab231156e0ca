/** What the seals say of a record: its leaf, when it was sealed, and every earlier version with what changed and why. */
import { createHash } from 'node:crypto';
import type { Correction } from '../../db/domain/correction.ts';
import { allowsText, type Disclosure } from '../../db/domain/disclosure.ts';
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
  /** Undefined where the earlier text may not be shown any more; empty for what is not sealed yet. */
  parts: ShownDifference[] | undefined;
};

/**
 * How a record came to be what it is: each change since it was first sealed, newest first. What is not sealed yet is told
 * without its parts: whoever takes a text away in a hurry must not find it quoted as a difference.
 */
export function changesOf(county: County, kind: Kind, id: string): Change[] {
  const name = `${kind}:${id}`;
  const current = items(county).get(name);
  const proof = proofOf(county, kind, id);
  if (!current || !proof) return [];
  const hiddenUntil = isWithheld(current.item)
    ? Infinity
    : Math.max(0, ...notesOf(county, name).map(({ note, seal }) => (note.hideEarlier ? (seal ?? Infinity) : 0)));
  const changes = proof.versions.slice(1).map(({ seal, date, item }, place): Change => {
    const before = proof.versions[place];
    const isHidden = before === undefined || before.seal < hiddenUntil;
    return { seal, date, notes: notesWith(county, name, seal), parts: isHidden ? undefined : partsOf(kind, before.item, item) };
  });
  if (!proof.sealed && proof.versions.length > 0)
    changes.push({ seal: undefined, date: undefined, notes: notesWith(county, name, undefined), parts: [] });
  return changes.toReversed();
}

/** A proposal or reply whose text is not public (any more). */
const isWithheld = (item: object): boolean => 'disclosure' in item && !allowsText(item.disclosure as Disclosure);

/** Corrections that name the record, with the seal that they were first part of. */
const notesOf = (county: County, name: string): { note: Correction; seal: number | undefined }[] =>
  [...published(county).corrections.values()]
    .filter(({ records }) => records.includes(name))
    .map((note) => ({ note, seal: proofOf(county, 'corrections', note.id)?.versions[0]?.seal }));

const notesWith = (county: County, name: string, wanted: number | undefined): Correction[] =>
  notesOf(county, name).flatMap(({ note, seal }) => (seal === wanted ? [note] : []));

const meanings = new Map(dictionary().flatMap(({ kind, fields }) => fields.map(({ path, meaning }) => [`${kind}.${path}`, meaning])));

const partsOf = (kind: Kind, before: object | undefined, after: object | undefined): ShownDifference[] | undefined =>
  before && after && differences(before, after).map((part) => shown(kind, part));

const shown = (kind: Kind, { path, before, after }: Difference): ShownDifference => ({
  meaning: meanings.get(`${kind}.${path.replace(/\[\]$/, '')}`) ?? path,
  // Of people only which field changed: what a deputy had taken down must not live on as a difference.
  ...(kind === 'people' ? { before: '', after: '' } : aroundChange(plainText(before), plainText(after))),
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
  // Sealed fields stand in the order of their names; a date comes first all the same.
  return texts
    .filter(Boolean)
    .toSorted((a, b) => Number(/^\d{4}-/.test(b)) - Number(/^\d{4}-/.test(a)))
    .join('，');
}
