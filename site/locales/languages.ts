/** The languages of the interface, and where a page is found in each. */
import { isPrefixed, pathBelow, splitPath, type Prefix } from './prefixes.ts';

/** `short` is what the switch says, in the language itself. */
type Language = { code: 'zh-Hans' | 'zh-Hant' | 'en'; prefix: Prefix | undefined; short: string };

const LANGUAGES: readonly Language[] = [
  { code: 'zh-Hans', prefix: undefined, short: '简体' },
  { code: 'zh-Hant', prefix: 'zh-hant', short: '繁體' },
  { code: 'en', prefix: 'en', short: 'English' },
];

export type Faces = {
  /** of the interface */
  language: Language['code'];
  /** the page below the prefix of large letters, or out of it */
  elder: { on: boolean; href: string };
  /** the other languages; the same page there where it exists, else home */
  others: { code: string; short: string; href: string }[];
  /** the address that search engines should know; large letters are no page of their own */
  canonical: string;
  /** the same page in every language, itself among them; empty if it exists in one only */
  alternates: { code: string; href: string }[];
};

/** The other faces of the page at `path`. */
export function facesOf(path: string): Faces {
  const { prefix, rest } = splitPath(path);
  const own = LANGUAGES.find((language) => language.prefix === prefix)?.code ?? 'zh-Hans';
  const elder = prefix === 'elder';
  return {
    language: own,
    elder: { on: elder, href: elder ? rest : pathBelow('elder', rest) },
    others: LANGUAGES.filter(({ code }) => code !== own).map(({ code, short, prefix: other }) => ({ code, short, href: pathBelow(other, rest) })),
    canonical: elder ? rest : path,
    alternates: isPrefixed(rest) ? LANGUAGES.map(({ code, prefix: other }) => ({ code, href: pathBelow(other, rest) })) : [],
  };
}
