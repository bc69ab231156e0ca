/** A text in which every way to write a digit or a Latin letter is one: same length, so places in it are places in the text. */

const CHINESE: Readonly<Record<string, string>> = {
  ...digits('〇一二三四五六七八九'),
  ...digits('零壹贰叁肆伍陆柒捌玖'),
  ...digits('零壹貳參肆伍陸柒捌玖'),
  '○': '0',
  幺: '1',
  '×': 'X',
};

function digits(written: string): Record<string, string> {
  return Object.fromEntries(Array.from(written, (character, value) => [character, String(value)]));
}

/** What stands in the place of the second half of a character that is two units long. */
const FILLER = '\u0001';

const known = new Map<string, string>(Object.entries(CHINESE));

/** Full width, circled, raised and bold digits are digits; a character that has no one-letter form stays. */
function plainOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const folded = /^\p{Script=Han}$/u.test(character) ? character : character.normalize('NFKC');
  const plain = folded.length === 1 ? folded + FILLER.repeat(character.length - 1) : character;
  // Bounded: a text of nothing but rare characters must not fill the memory.
  if (known.size < 20_000) known.set(character, plain);
  return plain;
}

/** One pass; ASCII is itself. */
export function plainText(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const folded = plainOf(character);
    if (folded !== character) {
      plain += text.slice(from, at) + folded;
      from = at + character.length;
    }
    at += character.length - 1;
  }
  return plain + text.slice(from);
}
