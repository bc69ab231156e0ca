/** Looking up a name: one question, one file of names, and a second one only where nothing has that name. */
import { foldMap, foldName } from '../fold.ts';
import { unpackPart, type Part } from './entry.ts';
import { withoutOffice, withoutRoots } from './place-words.ts';
import { fileOf, groupOf, keyOf, readCrossings, type Plan } from './plan.ts';
import { byRank, isNear, match, prepare, RANKS, type Match, type Prepared } from './rank.ts';
import { isLetters } from './reading.ts';

/** Most answers that are listed. */
const MOST = 12;
const MOST_NEAR = 8;

export type Found = {
  matches: Match[];
  /** Nothing has this name; the matches are similar. */
  near: boolean;
  /** There are more than are listed. */
  more: boolean;
};

/** Gives a file of names by its number in the plan's folder. */
export type LoadPart = (file: number) => Promise<Part>;

/** Opens the names of a plan. Files are loaded when they are first asked for, and kept. */
export function openNames(plan: Plan, load: LoadPart): (text: string) => Promise<Found> {
  const crossings = readCrossings(plan.crossings);
  const fold = foldMap(...plan.fold);
  const kept = new Map<number, Promise<Prepared[]>>();

  const open = (group: string): Promise<Prepared[]> => {
    const file = fileOf(group, plan.files);
    const known = kept.get(file) ?? load(file).then((part) => unpackPart(part).map((entry) => prepare(entry, fold, plan.roots)));
    kept.set(file, known);
    // A file that could not be loaded is asked for again at the next question.
    known.catch(() => kept.delete(file));
    return known;
  };

  return async (text) => {
    const question = withoutOffice(withoutRoots(foldName(text, fold), plan.roots));
    if (question === '') return { matches: [], near: false, more: false };
    const { group, best } = groupOf(crossings, keyOf(question));
    const entries = await open(group);
    const matches = entries.flatMap((entry) => match(entry, question, false) ?? []).toSorted(byRank);
    if (matches.length > 0) return { matches: matches.slice(0, MOST), near: false, more: best || matches.length > MOST };
    const others = plan.spare ? await open(groupOf(crossings, keyWithoutFirst(question)).group) : [];
    const similar = [...entries, ...others].flatMap((entry) => match(entry, question, true) ?? []).toSorted(byRank);
    return { matches: withoutTwins(similar).slice(0, MOST_NEAR), near: similar.some(isNear), more: false };
  };
}

/** The first character may be the wrong one; letters that sound alike lead to the same file already. */
const keyWithoutFirst = (question: string): string => keyOf((!isLetters(question) && Array.from(question).slice(1).join('')) || question);

/** The same entry may come from two files. */
function withoutTwins(matches: Match[]): Match[] {
  const seen = new Set<string>();
  return matches.filter(({ entry: { kind, id, names } }) => {
    const key = `${kind} ${id} ${names[0]?.text}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The one entry that has exactly this name; undefined where several have it or none. */
export function theOnly({ matches }: Found): Match | undefined {
  const [first, second] = matches;
  return first?.rank === RANKS.exact && second?.rank !== RANKS.exact ? first : undefined;
}
