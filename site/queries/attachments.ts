/** Enclosures that records name, as files of `content/attachments/`. */
import type { County } from './county.ts';

/** Each file once. */
export function attachmentFiles({ records }: County): string[] {
  const { proposals, replies, reports, plans, announcements, decisions } = records;
  const named = [proposals, replies, reports, plans, announcements, decisions].flatMap((kind) =>
    [...kind.values()].flatMap(({ attachments }) => attachments),
  );
  return [...new Set(named.map(({ file }) => file))];
}
