/** Running text as it was typed, made fit for a record: same words, same lines, no broken characters. */
import type { Changes } from './changes.ts';

/** The sign printers use for a character they do not have. */
const MISSING = '〓';

/** One paragraph text with its line breaks; broken and private-use characters become 〓. Old dates stay as written. */
export function cleanText(text: string, where: string, changes: Changes): string {
  const tidy = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replaceAll('\u00a0', ' ').trim();
  if (/[\p{Co}\u{FFFD}]/u.test(tidy)) changes.count('text with unreadable characters, shown as 〓', where);
  if (/\d{2,3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/.test(tidy)) changes.count('text with dates of the ROC calendar, left as written', where);
  return tidy.replace(/[\p{Co}\u{FFFD}]/gu, MISSING).replace(/[\p{Cf}\u{0}-\u{9}\u{B}-\u{1F}\u{7F}-\u{9F}]/gu, '');
}

/** On one line. */
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Keeps Markdown from reading signs into plain text. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^[ \t]+/gm, '');
