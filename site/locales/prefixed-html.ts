/** A page below a prefix, made from the page as its components write it. */
import { linkBelow, type Prefix } from './prefixes.ts';
import { markHan } from './mark-han.ts';

/** Tags, whole, whatever their attributes hold; comments; and elements whose text is no text. */
const PIECE = /<!--[\s\S]*?-->|<(script|style|title|textarea|option|svg)\b[\s\S]*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
const OPENS = /^<(a|form)\s/;
const ADDRESS = /\s(href|action)="(\/[^"#?]*)/;

/**
 * Links and forms lead to pages below the same prefix where there are such pages. A link that names a language of its
 * own (`hreflang`) or switches the large letters is meant as it is.
 * In English, Chinese text is marked as Chinese: a record is shown as written, and a voice must know which language it reads.
 */
export function prefixedHtml(html: string, prefix: Prefix, recordLanguage: string): string {
  const keepsLink = /\s(?:hreflang=|data-elder-switch)/;
  let result = '';
  let end = 0;
  let named = false;
  for (const { 0: piece, index } of html.matchAll(PIECE)) {
    const text = html.slice(end, index);
    result += prefix === 'en' && !named ? markHan(text, recordLanguage) : text;
    result += OPENS.test(piece) && !keepsLink.test(piece) ? below(prefix, piece) : piece;
    end = index + piece.length;
    named = /\slang="zh/.test(piece);
  }
  return result + html.slice(end);
}

const below = (prefix: Prefix, tag: string): string =>
  tag.replace(ADDRESS, (_, name: string, path: string) => ` ${name}="${linkBelow(prefix, path)}`);
