/** Text that the public types (公众填写的文字): what may be in it, and how it is folded for search. */
import { z } from 'zod';

// Cf holds bidi marks, zero-width joiners, soft hyphens and tag characters: all of them can make a text read
// differently from what it is. Cs are lone surrogates, which no database keeps.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u{2028}\u{2029}\u{FFFD}]/u;
const STACKED_MARKS = /\p{M}{4}/u;

/** True where a text reads as it is stored; a long text may hold line breaks and tabs. */
function isHonestText(text: string, long: boolean): boolean {
  const visible = long ? text.replaceAll(/[\n\t]/g, '') : text;
  return !FORBIDDEN.test(visible) && !STACKED_MARKS.test(text);
}

const fold = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

/** One line, 1 to `max` characters (UTF-16 units, as browsers count), in NFC without outer space. */
export const shortText = (max: number) =>
  z
    .string({ error: 'text' })
    .overwrite(fold)
    .min(1, { error: 'required' })
    .max(max, { error: 'tooLong' })
    .refine((text) => isHonestText(text, false), { error: 'forbiddenCharacter' });

/** Several lines, 1 to `max` characters; line breaks become `\n`. */
export const longText = (max: number) =>
  z
    .string({ error: 'text' })
    .overwrite(fold)
    .min(1, { error: 'required' })
    .max(max, { error: 'tooLong' })
    .refine((text) => isHonestText(text, true), { error: 'forbiddenCharacter' });

/** The form in which texts and questions meet in a search: width, case and spaces do not count. */
export const foldForSearch = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
