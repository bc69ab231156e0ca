import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter, CustomConverter } from 'opencc-js/cn2t';
import type { Plugin } from 'vite';

/** Where the dictionary's choice is not the one of the congress's own glossary. */
const own = CustomConverter([
  ['平臺', '平台'],
  ['傢俱', '家具'],
  ['迴音', '回音'],
]);
const MODULE = 'virtual:zh-hant';
const SUFFIX = '?zh-hant';
/** Files of sentences, which a converted file imports in converted form too: those beside it, and the API's. */
const WORD_FILE = /(from '(?:\.\/zh-Hans\/|\.\/|(?:\.\.\/)+functions\/words\/)[\w-]+\.ts)'/g;
const WORDS = fileURLToPath(new URL('../words/zh-Hans.ts', import.meta.url));

const convert = Converter({ from: 'cn', to: 'tw' });

/** Simplified interface words in Traditional characters, by phrases (答复 → 答覆, 联系 → 聯繫). */
export const toTraditional = (text: string): string => own(convert(text));

/**
 * The module `virtual:zh-hant`: the files of `site/words/zh-Hans`, their source converted at build. What a sentence is
 * given, such as a name out of a record, is not part of the source and stays as written; and no dictionary of a
 * megabyte travels to the server.
 */
export const traditionalWords = (): Plugin => ({
  name: 'huiyin-traditional-words',
  enforce: 'pre',
  resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
  load(id) {
    if (id === `\0${MODULE}`) return `export { zhHans as zhHant } from '${WORDS}${SUFFIX}'`;
    if (!id.endsWith(SUFFIX)) return undefined;
    const file = id.slice(0, -SUFFIX.length);
    this.addWatchFile(file);
    return toTraditional(readFileSync(file, 'utf8')).replaceAll(WORD_FILE, `$1${SUFFIX}'`);
  },
});
