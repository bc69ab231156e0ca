/** Names as clerks typed them: who is meant, by rules that hold for any council, never by a list of people. */
import type { Changes } from './changes.ts';

/** Everyone known by a clean name, most often written first. */
export type Roll = { resolve(written: string): Resolved };
/** `people` in the order written; `rest` is what nobody could be found for. */
export type Resolved = { people: string[]; rest: string[] };

const VARIANTS: Record<string, string> = { 台: '臺', 寜: '寧', 寳: '寶' };
const TITLES = /副議長|議長|議員|主席/g;
const ALL_MEMBERS = /等\s*\d+\s*位全體議員$/;

/** One spelling: no spaces, one kind of middle dot, no titles or remarks, usual characters. */
export function cleanName(written: string): string {
  return [
    ...written
      .normalize('NFKC')
      .replace(/[\s\u00a0\u3000]+/g, '')
      .replace(/[.．‧﹒•・]/g, '·')
      .replace(/\(.*?\)/g, '')
      .replace(ALL_MEMBERS, '')
      .replace(TITLES, ''),
  ]
    .map((character) => VARIANTS[character] ?? character)
    .join('');
}

const looksLikeName = (name: string): boolean => /^\p{Script=Han}[\p{Script=Han}·]{1,14}$/u.test(name) && name !== '無';

/** Builds the roll: `members` are certain; of the names written alone, those with two or more mentions or standing in lists are people too. */
export function buildRoll(members: readonly string[], written: readonly string[], changes: Changes): Roll {
  const mentions = new Map<string, number>();
  for (const entry of written)
    for (const part of entry.split(/[、,，]/)) {
      const name = cleanName(part);
      if (looksLikeName(name)) mentions.set(name, (mentions.get(name) ?? 0) + 1);
    }
  const certain = new Map(members.map((name) => [cleanName(name).replaceAll('·', ''), cleanName(name)]));
  const people = [...mentions]
    .filter(([name, count]) => count >= 2 && name.length <= 9)
    .toSorted((a, b) => b[1] - a[1])
    .map(([name]) => name);
  const known = new Map<string, string>(certain);
  for (const name of people) if (!isSeveral(name, known)) setName(known, name);
  return { resolve: (text) => resolveAll(text, known, changes) };
}

/** The dotted spelling is the full one. */
function setName(known: Map<string, string>, name: string): void {
  const key = name.replaceAll('·', '');
  if (!known.has(key) || name.includes('·')) known.set(key, name);
}

/** True where the text is two or more known names without a separator. */
const isSeveral = (name: string, known: Map<string, string>): boolean => (segment(name, known)?.length ?? 0) > 1;

function resolveAll(text: string, known: Map<string, string>, changes: Changes): Resolved {
  const people: string[] = [];
  const rest: string[] = [];
  if (ALL_MEMBERS.test(text.trim())) {
    changes.count('"and all members" kept as a note', text.trim());
    rest.push(text.trim());
  }
  for (const part of text.split(/[、,，]/)) {
    const found = resolveOne(part, known, changes);
    if (found) people.push(...found.filter((name) => !people.includes(name)));
    else if (part.trim() !== '') {
      changes.count('name nobody could be found for, kept as a note', part.trim());
      rest.push(part.trim());
    } else changes.count('empty name left out', JSON.stringify(part));
  }
  return { people, rest };
}

function resolveOne(written: string, known: Map<string, string>, changes: Changes): string[] | undefined {
  const name = cleanName(written);
  const trimmed = written.trim();
  const key = name.replaceAll('·', '');
  if (key === '') return undefined;
  const exact = known.get(key);
  if (exact) {
    if (exact !== trimmed) changes.count('name spelled in the usual way', `${trimmed} → ${exact}`);
    return [exact];
  }
  const several = segment(name, known);
  if (several) {
    changes.count('names without a separator told apart', trimmed);
    return several;
  }
  const beginning = key.replace(/[?？]$/, '');
  const longer = beginning.length >= 2 ? [...known].filter(([full]) => full.startsWith(beginning) && full.length > beginning.length) : [];
  if (longer.length === 1 && longer[0]) {
    changes.count('name cut off, completed', `${trimmed} → ${longer[0][1]}`);
    return [longer[0][1]];
  }
  return undefined;
}

/** Splits a text wholly into known names, longest first. */
function segment(text: string, known: Map<string, string>): string[] | undefined {
  const key = text.replaceAll('·', '');
  if (key === '') return [];
  for (let length = Math.min(9, key.length); length >= 2; length -= 1) {
    const name = known.get(key.slice(0, length));
    const rest = name && segment(key.slice(length), known);
    if (name && rest) return [name, ...rest];
  }
  return undefined;
}
