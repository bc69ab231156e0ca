/** How well an entry answers a question: exact, beginning, containing, pinyin, initials, nearly. */
import { foldName } from '../fold.ts';
import { isPerson, NAME_KINDS, type Entry, type FoundKind, type Name } from './entry.ts';
import { isOneEditAway, isScatteredIn, nearlyBegins } from './near.ts';
import { afterPlace, withoutRoots } from './place-words.ts';
import { blur, isLetters, soundOf, type Sound } from './reading.ts';

/** Lower is better; what is `NEAR` or above is shown only where nothing is better. */
export const RANKS = {
  exact: 0,
  begins: 1,
  contains: 2,
  pinyin: 3,
  pinyinBegins: 4,
  pinyinContains: 5,
  initials: 6,
  initialsBegin: 7,
  initialsContain: 8,
  scattered: 9,
  sounds: 10,
  edited: 11,
  editedAtFirst: 12,
} as const;
const NEAR = RANKS.scattered;

/** An entry with its names folded; its places and readings are taken apart when a question first needs them. */
export type Prepared = { entry: Entry; texts: string[][]; place: () => string[]; sounds: () => Sound[][] };
export type Match = { entry: Entry; name: Name; rank: number };

export function prepare(entry: Entry, fold: ReadonlyMap<string, string>, roots: readonly string[]): Prepared {
  const texts = entry.names.map(({ text }) => {
    const folded = foldName(text, fold);
    const forms = entry.marker ? [folded, folded + foldName(entry.marker, fold)] : [folded, withoutRoots(folded, roots)];
    return [...new Set(forms)];
  });
  return {
    entry,
    texts,
    place: once(() => (isPerson(entry) ? [] : entry.place.map((name) => foldName(name, fold)))),
    sounds: once(() => entry.readings.map((ways) => ways.map(soundOf))),
  };
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** The best way in which an entry answers a folded question; undefined where it does not. `near` also lets in what is only similar. */
export function match({ entry, texts, place, sounds }: Prepared, question: string, near: boolean): Match | undefined {
  const letters = isLetters(question);
  const rest = letters ? undefined : afterPlace(question, place());
  let best: Match | undefined;
  for (const [index, name] of entry.names.entries()) {
    const ranks = (texts[index] ?? []).flatMap((text) => [
      rankOfText(text, question, near),
      rest === undefined ? undefined : rankOfText(text, rest, near),
    ]);
    if (letters) ranks.push(...(sounds()[index] ?? []).map((sound) => rankOfSound(sound, question, near)));
    for (const rank of ranks) if (rank !== undefined && (best === undefined || rank < best.rank)) best = { entry, name, rank };
  }
  return best;
}

function rankOfText(text: string, question: string, near: boolean): number | undefined {
  if (text === question) return RANKS.exact;
  if (text.startsWith(question)) return RANKS.begins;
  if (text.includes(question)) return RANKS.contains;
  if (!near || question.length < 2 || isLetters(question)) return undefined;
  if (isScatteredIn(text, question)) return RANKS.scattered;
  if (!nearlyBegins(text, question)) return undefined;
  return text.codePointAt(0) === question.codePointAt(0) ? RANKS.edited : RANKS.editedAtFirst;
}

function rankOfSound({ letters, starts, initials }: Sound, question: string, near: boolean): number | undefined {
  if (letters === question) return RANKS.pinyin;
  if (letters.startsWith(question)) return RANKS.pinyinBegins;
  if (starts.some((at) => letters.startsWith(question, at))) return RANKS.pinyinContains;
  if (initials === question) return RANKS.initials;
  if (initials.startsWith(question)) return RANKS.initialsBegin;
  if (initials.length > 2 && question.length > 1 && initials.includes(question)) return RANKS.initialsContain;
  if (!near) return undefined;
  const blurred = blur(question);
  if (starts.some((at) => blur(letters.slice(at)).startsWith(blurred))) return RANKS.sounds;
  return question.length > 3 && (isOneEditAway(letters, question) || nearlyBegins(letters, question)) ? RANKS.edited : undefined;
}

const KIND_ORDER: Partial<Record<FoundKind, number>> = { constituency: 1, deputy: 2, former: 3 };
const orderOf = ({ kind }: Entry): number => KIND_ORDER[kind] ?? 0;

/** Better ones first; places before persons at equal rank, names of today before others, short names before long ones. */
export const byRank = (a: Match, b: Match): number =>
  a.rank - b.rank ||
  orderOf(a.entry) - orderOf(b.entry) ||
  NAME_KINDS.indexOf(a.name.kind) - NAME_KINDS.indexOf(b.name.kind) ||
  a.name.text.length - b.name.text.length;

/** True where a match is only similar to what was asked. */
export const isNear = ({ rank }: Match): boolean => rank >= NEAR;
