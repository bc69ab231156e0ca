/**
 * One form for names and questions: width, case, tone marks, spaces, punctuation and bracketed readings do not count,
 * digits are Chinese numerals, and Traditional characters are Simplified ones, each on its own.
 */

/** A reading put behind a character, as in 區(qū); after NFKC the brackets are ASCII. */
const BRACKETED_READING = /(?<=\p{Script=Han}\s*)[([〔【]\s*[\p{Script=Latin}\p{M}\s'’·-]+[)\]〕】]/gu;
const NUMERALS = '〇一二三四五六七八九';

/** Characters and what each of them is folded to, as a map. */
export function foldMap(from: string, to: string): ReadonlyMap<string, string> {
  const folded = Array.from(to);
  return new Map(Array.from(from, (character, at) => [character, folded[at] ?? character]));
}

/** Every character by the map, one for one; nothing else changes. */
export function foldCharacters(text: string, map: ReadonlyMap<string, string>): string {
  let folded = '';
  for (const character of text) folded += map.get(character) ?? character;
  return folded;
}

/** Hundreds of names are folded at a keystroke, and most of them are everyday characters alone. */
const ORDINARY = /^[\u4E00-\u9FFF]+$/;

/** A name or a question about one; empty where nothing is left that could be part of a name. */
export function foldName(text: string, map: ReadonlyMap<string, string>): string {
  if (ORDINARY.test(text)) return foldCharacters(text, map);
  const plain = text.normalize('NFKC').replaceAll(BRACKETED_READING, '').toLowerCase();
  const toneless = plain.normalize('NFD').replaceAll('u\u0308', 'v').replaceAll(/\p{M}/gu, '').normalize('NFC');
  return foldCharacters(
    toneless.replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll(/[0-9]/g, (digit) => NUMERALS[Number(digit)] ?? digit),
    map,
  );
}
