/** Spreads entries over files of a few kilobytes, so that whatever is asked is in one of them (see db/domain/find/plan.ts). */
import { packEntry, type Entry, type Part, type Seats } from '../../../db/domain/find/entry.ts';
import { fileOf, groupOf } from '../../../db/domain/find/plan.ts';
import { blur } from '../../../db/domain/find/reading.ts';
import type { Key } from './find-keys.ts';

/** Bytes of a file before it is packed, some 4 kB on the way, so that a question may open two; of very many names 7 kB, and one. */
const FILE_BYTES = { few: 12_000, many: 19_000 };
const MANY = 20_000;
/** Entries of a list of the best: one more than is shown, so that it is seen that there are more. */
const BEST = 13;

/** Share of a file that a group may fill: many small groups spread evenly, few large ones do not. */
const LARGEST_GROUP = 0.3;

/** `key` is blurred where it is in letters, `spelled` is not. */
type Posting = { key: string; spelled: string; first: boolean; at: number };
type Weight = { plain: number; read: number; seats: readonly Seats[] };
export type Spread = { crossings: Set<string>; files: Part[]; spare: boolean };

/** @param keys for each entry the beginnings that it is filed under */
export const spreadEntries = (entries: readonly Entry[], keys: readonly Key[][]): Spread => {
  const weights = entries.map(weigh);
  const spare = entries.length < MANY;
  const limit = spare ? FILE_BYTES.few : FILE_BYTES.many;
  const crossings = new Set<string>();
  const groups = new Map<string, Posting[]>();
  const open = (beginning: string, postings: readonly Posting[]): void => {
    crossings.add(beginning);
    if (beginning !== '') groups.set(groupOf(crossings, beginning).group, bestOf(beginning, postings));
    const longer = postings.filter(({ key }) => key !== beginning);
    for (const [character, group] of Map.groupBy(longer, ({ key }) => String.fromCodePoint(key.codePointAt(beginning.length) ?? 0))) {
      if (sizeOf(group, weights) > limit * LARGEST_GROUP) open(beginning + character, group);
      else groups.set(beginning + character, group);
    }
  };
  open(
    '',
    keys.flatMap((list, at) => list.map(({ text, first }) => ({ key: keyOfSpelling(text), spelled: text, first, at }))),
  );
  const total = [...groups.values()].reduce((sum, group) => sum + sizeOf(group, weights), 0);
  let filled = fill(groups, Math.max(1, Math.floor(total / limit)));
  while (filled.some((postings) => sizeOf(postings, weights) > limit)) filled = fill(groups, Math.ceil(filled.length * 1.1));
  return { crossings, files: filled.map((postings) => packPart(entries, postings)), spare };
};

const fill = (groups: ReadonlyMap<string, Posting[]>, count: number): Posting[][] => {
  const files = Array.from({ length: count }, (): Posting[] => []);
  for (const [group, postings] of groups) for (const posting of postings) files[fileOf(group, count)]?.push(posting);
  return files;
};

const weigh = (entry: Entry): Weight => {
  const bytes = (withReadings: boolean) => Buffer.byteLength(JSON.stringify(packEntry(entry, () => 10, withReadings))) + 1;
  return { plain: bytes(false), read: bytes(true), seats: entry.seats.map(({ of }) => of) };
};

const isInLetters = ({ key }: Posting): boolean => key.startsWith('~');

const sizeOf = (postings: readonly Posting[], weights: readonly Weight[]): number => {
  const counted = new Map<number, boolean>();
  for (const posting of postings) counted.set(posting.at, isInLetters(posting) || counted.get(posting.at) === true);
  const seats = new Set<Seats>();
  let bytes = 20;
  for (const [at, read] of counted) {
    const weight = weights[at];
    bytes += (read ? weight?.read : weight?.plain) ?? 0;
    for (const one of weight?.seats ?? []) seats.add(one);
  }
  for (const { congress, name, deputies } of seats) bytes += Buffer.byteLength(congress + name + deputies) + 11;
  return bytes;
};

const keyOfSpelling = (text: string): string => (text.startsWith('~') ? `~${blur(text.slice(1))}` : text);

/**
 * Whole names first, then names that begin so, short before long ones; the order of the entries has places before persons.
 * Spellings that blur to the same beginning are asked for one by one, so they take turns: 南… must not push lal out of `~lal`.
 */
const bestOf = (beginning: string, postings: readonly Posting[]): Posting[] => {
  const order = ({ key, first, at }: Posting): number => ((first ? 0 : 100) + (key === beginning ? 0 : key.length)) * 1e7 + at;
  const lists = [...Map.groupBy(postings, ({ spelled }) => spellingOf(beginning, spelled)).values()].map((list) => shortest(list, order));
  const turns = Array.from({ length: BEST }, (_, turn) => lists.flatMap((list) => list[turn] ?? []));
  return turns.flat().slice(0, BEST * 3);
};

/** The first of a list of postings, each entry once. */
const shortest = (postings: readonly Posting[], order: (posting: Posting) => number): Posting[] => {
  const listed = new Set<number>();
  const best: Posting[] = [];
  for (const posting of postings.toSorted((a, b) => order(a) - order(b))) {
    if (best.length === BEST) break;
    if (!listed.has(posting.at)) best.push(posting);
    listed.add(posting.at);
  }
  return best;
};

/** The longest part of a spelling that is blurred to this beginning. */
const spellingOf = (beginning: string, spelled: string): string => {
  if (!beginning.startsWith('~')) return beginning;
  let length = beginning.length * 2;
  while (length > beginning.length && keyOfSpelling(spelled.slice(0, length)) !== beginning) length -= 1;
  return spelled.slice(0, length);
};

const packPart = (entries: readonly Entry[], postings: readonly Posting[]): Part => {
  const seats: Seats[] = [];
  const places = new Map<Seats, number>();
  const seatsAt = (of: Seats): number => {
    const known = places.get(of) ?? seats.push(of) - 1;
    places.set(of, known);
    return known;
  };
  const read = new Set(postings.filter(isInLetters).map(({ at }) => at));
  const at = [...new Set(postings.map((posting) => posting.at))].toSorted((a, b) => a - b);
  const packed = at.flatMap((place) => {
    const entry = entries[place];
    return entry ? [packEntry(entry, seatsAt, read.has(place))] : [];
  });
  return { s: seats.map(({ congress, name, deputies }) => [congress, name, deputies]), e: packed };
};
