/**
 * One script for searching: Traditional characters become Simplified ones, each on its own. Phrases are left alone on
 * purpose, since a query never holds the whole phrase that decides; both sides must be folded alike.
 */
import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });
const folded = new Map<string, string>();

const foldCharacter = (character: string): string => {
  const known = folded.get(character);
  if (known !== undefined) return known;
  const simple = convert(character);
  folded.set(character, simple);
  return simple;
};

/** The text as it is indexed. */
export const foldScript = (text: string): string => text.replaceAll(/\p{Script=Han}/gu, foldCharacter);

/**
 * What a browser needs to fold a query in the same way: pairs of a Traditional character and the Simplified one that
 * the indexed texts hold. Characters that cannot find anything are left out, which keeps the table at some 3 kB.
 * @param indexed every character of the folded texts
 */
export const foldTable = (indexed: ReadonlySet<string>): string => {
  let table = '';
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const simple = foldCharacter(character);
    if (simple !== character && simple.length === 1 && indexed.has(simple)) table += character + simple;
  }
  return table;
};
