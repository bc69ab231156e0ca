/** The sentences of each language. A further language is one file that satisfies `Words`. */
import { zhHant } from 'virtual:zh-hant';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';

export type Words = typeof zhHans;

/** A sentence that English lacks is a type error; a page meanwhile shows the Chinese one. */
const english = Object.fromEntries(
  Object.entries(zhHans).map(([group, words]) => [group, { ...words, ...(en as Partial<Words>)[group as keyof Words] }]),
) as Words;

const LOCALES: Readonly<Record<string, Words>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en: english };

/** The words of a language, Simplified Chinese where there are none. */
export const wordsFor = (locale: string | undefined): Words => LOCALES[locale ?? 'zh-Hans'] ?? zhHans;
