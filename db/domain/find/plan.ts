/**
 * How the names are spread over files: a question is answered from the one file that its first characters lead to.
 * Keys are the beginnings of what can be asked: of names and of their later parts in characters, and of pinyin and initials
 * behind a `~`. A beginning that leads to too much is a crossing: the character after it decides on, and for just the
 * beginning only the best are listed. What is no crossing is a group; a group lies in the file that its hash says.
 */
import { blur, isLetters } from './reading.ts';

export type Plan = {
  /** Folder of the files, named by their content. */
  folder: string;
  /** Number of files, `0.json` and on. */
  files: number;
  /** The crossings as a tree: a character, then in brackets those that follow it. */
  crossings: string;
  /** Traditional characters, and the Simplified ones that each of them is (see `foldMap`). */
  fold: [from: string, to: string];
  /** Names around all places of the site, folded, long forms first. */
  roots: string[];
  /** True where files are so small that a question without an answer may open a second one. */
  spare: boolean;
};

/** All crossings of a plan; the empty beginning is always one. */
export function readCrossings(tree: string): Set<string> {
  const found = new Set(['']);
  const above: string[] = [''];
  let last = '';
  for (const character of tree) {
    if (character === '(') above.push(last);
    else if (character === ')') above.pop();
    else found.add((last = `${above.at(-1) ?? ''}${character}`));
  }
  return found;
}

/** The tree of crossings, of which each but the empty one follows another. */
export function writeCrossings(crossings: ReadonlySet<string>): string {
  const children = Map.groupBy(
    [...crossings].filter((beginning) => beginning !== ''),
    (beginning) => Array.from(beginning).slice(0, -1).join(''),
  );
  const below = (beginning: string): string =>
    (children.get(beginning) ?? [])
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((child) => child.slice(beginning.length) + (children.has(child) ? `(${below(child)})` : ''))
      .join('');
  return below('');
}

/** The key of a folded question. */
export const keyOf = (folded: string): string => (isLetters(folded) ? `~${blur(folded)}` : folded);

/** Where a key leads: to a group, or (`best`) to the short list of a crossing. */
export function groupOf(crossings: ReadonlySet<string>, key: string): { group: string; best: boolean } {
  let group = '';
  for (const character of key) {
    group += character;
    if (!crossings.has(group)) return { group, best: false };
  }
  return { group: `${group}!`, best: true };
}

/** The file of a group (FNV-1a, which spreads short texts well). */
export function fileOf(group: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < group.length; at += 1) hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % files;
}
