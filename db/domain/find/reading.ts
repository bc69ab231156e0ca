/** Names in letters: pinyin and initials, and the form in which sounds that dialects mix up are one. */

/** A reading in one piece, `WenMiao` as `wenmiao`, with the places where its syllables begin. */
export type Sound = { letters: string; starts: number[]; initials: string };

/** Reads syllables that each begin with a capital. */
export function soundOf(reading: string): Sound {
  const starts = [...reading.matchAll(/[A-Z]/g)].map(({ index }) => index);
  return { letters: reading.toLowerCase(), starts, initials: starts.map((at) => reading.charAt(at).toLowerCase()).join('') };
}

/** True where a folded question is in letters alone. */
export const isLetters = (folded: string): boolean => /^[a-z]+$/.test(folded);

/** zh is z, ng is n, n is l and so on. The beginning of a text stays the beginning of its blurred form, so that prefixes still meet. */
export const blur = (letters: string): string =>
  letters
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll('ng', 'n')
    .replaceAll('n', 'l');
