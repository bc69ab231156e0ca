/** The sentences of each language. A further language is one folder that satisfies `Words`. */
import { zhHans } from './zh-Hans.ts';

export type Words = typeof zhHans;

const LOCALES: Readonly<Record<string, Words>> = { 'zh-Hans': zhHans };

/** The words of a language, Simplified Chinese where there are none yet. */
export const wordsFor = (locale: string | undefined): Words => LOCALES[locale ?? 'zh-Hans'] ?? zhHans;
