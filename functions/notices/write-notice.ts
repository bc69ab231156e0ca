import { fill } from '../words/problems.ts';
import { NOTICES, type NoticeText } from '../words/notices.ts';

export type NoticeParams = Record<string, string | number>;

/** A notice in words, for any channel. */
export type WrittenNotice = NoticeText;

/** Fills a template. Undefined for a template that this version does not know. */
export function writeNotice(template: string, params: NoticeParams): WrittenNotice | undefined {
  const found = Object.hasOwn(NOTICES, template) ? NOTICES[template as keyof typeof NOTICES] : undefined;
  return found && { subject: fill(found.subject, params), text: fill(found.text, params), short: fill(found.short, params) };
}
