/** The fields that all official records are built from. Error texts are codes; their sentences stand in functions/words. */
import { z } from 'zod';
import type { Kind } from './kinds.ts';

const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cs}\u{FFFD}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/u;
const FORBIDDEN_IN_PROSE = new RegExp(FORBIDDEN.source.replace('\\p{Cc}', '\\u{0}-\\u{8}\\u{B}-\\u{1F}\\u{7F}-\\u{9F}'), 'u');

/** True where a text holds no control, bidi, zero-width, private-use or broken character; prose may hold line breaks and tabs. */
export function isCleanText(text: string, prose = false): boolean {
  return !(prose ? FORBIDDEN_IN_PROSE : FORBIDDEN).test(text);
}

/** One line of text, at most `max` characters. */
export const line = (max = 120) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => isCleanText(text), { error: 'brokenCharacter' });

/** Text of several lines, Markdown where it is a body; may be empty. A comment in it would be hidden on the page and public in the data. */
export const prose = (max = 40_000) =>
  z
    .string()
    .max(max)
    .refine((text) => isCleanText(text, true), { error: 'brokenCharacter' })
    .refine((text) => !text.includes('<!--'), { error: 'hiddenComment' });

/** An id is a file name: lower-case letters, digits and hyphens, 2 to 60 of them; unique per kind for ever. */
export const ID_PATTERN = /^[a-z0-9-]{2,60}$/;
export const id = z.string().regex(ID_PATTERN, { error: 'id' });

/** An id inside one record (a mandate of a person, a promise of a reply). */
export const innerId = z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'innerId' });

/** A civil date in Beijing, `YYYY-MM-DD`. */
export const civilDate = z.iso.date({ error: 'date' });
export type CivilDate = string;

/** A clock time in Beijing, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'clockTime' });

/** What old records do not say; the reason is shown to readers, and nothing is computed from it. */
export const unknown = z.strictObject({ unknown: line(200).describe('为什么不知道') });
export type Unknown = z.infer<typeof unknown>;

/** A date, or `{unknown: reason}` in old records. */
export const dateOrUnknown = z.union([civilDate, unknown], { error: 'dateOrUnknown' });

/** True where the value is known. */
export function isKnown<T>(value: T | Unknown | undefined): value is T {
  return value !== undefined && !(typeof value === 'object' && value !== null && 'unknown' in value);
}

/** The date if it is known. */
export function known(value: CivilDate | Unknown | undefined): CivilDate | undefined {
  return isKnown(value) ? value : undefined;
}

/** What a reference points to; `inner` names the list inside the record whose entry is meant. */
export type RefTarget = { kinds: readonly Kind[]; inner?: 'mandates' | 'sessions' | 'promises' };
export const refTargets = z.registry<RefTarget>();

const ID = '[a-z0-9-]{2,60}';

/** A reference `kind:id` to a record of one of these kinds. */
export function ref(...kinds: [Kind, ...Kind[]]) {
  const schema = z.string().regex(new RegExp(`^(${kinds.join('|')}):${ID}$`), { error: `ref:${kinds.join('|')}` });
  refTargets.add(schema, { kinds });
  return schema;
}

/** A reference `people:ID/MANDATE`. */
export const mandateRef = z.string().regex(new RegExp(`^people:${ID}/[a-z0-9-]{1,40}$`), { error: 'ref:people' });
refTargets.add(mandateRef, { kinds: ['people'], inner: 'mandates' });

/** A reference `terms:ID/N`, N being the ordinal of the session in its term. */
export const sessionRef = z.string().regex(new RegExp(`^terms:${ID}/[1-9][0-9]?$`), { error: 'ref:terms' });
refTargets.add(sessionRef, { kinds: ['terms'], inner: 'sessions' });

/** A reference `replies:ID/PROMISE` to a promise in a reply. */
export const promiseRef = z.string().regex(new RegExp(`^replies:${ID}/[a-z0-9-]{1,40}$`), { error: 'ref:replies' });
refTargets.add(promiseRef, { kinds: ['replies'], inner: 'promises' });

/** A file in `content/attachments/` (PDF or JPEG, at most 10 MiB). */
export const attachment = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]{2,60}\.(pdf|jpg)$/, { error: 'attachmentFile' }),
  title: line(),
  alternative: line(2000).describe('文字替代：看不到附件的人能读到的内容'),
});

/** The parts of a reference: `people:zhang-san/m1` → kind people, id zhang-san, inner m1. */
export function splitRef(reference: string): { kind: Kind; id: string; inner: string | undefined } {
  const colon = reference.indexOf(':');
  const slash = reference.indexOf('/');
  const end = slash === -1 ? reference.length : slash;
  return {
    kind: reference.slice(0, colon) as Kind,
    id: reference.slice(colon + 1, end),
    inner: slash === -1 ? undefined : reference.slice(slash + 1),
  };
}
