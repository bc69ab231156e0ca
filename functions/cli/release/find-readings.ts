import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/**
 * How a folded name is read, as syllables that each begin with a capital. A first character that is read differently as
 * a surname gives a second way: 单家村 is ShanJiaCun, though 单 alone is Dan.
 */
export const readingsOf = (folded: string): string[] => [...new Set([read(folded, 'off'), read(folded, 'head')])].filter((way) => way !== '');

const read = (folded: string, surname: 'off' | 'head'): string => {
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true, surname });
  return syllables.map((syllable) => (HAN.test(syllable) ? '' : capital(syllable.replaceAll(/[^a-zA-Z]/g, '')))).join('');
};

const capital = (syllable: string): string => syllable.charAt(0).toUpperCase() + syllable.slice(1).toLowerCase();
