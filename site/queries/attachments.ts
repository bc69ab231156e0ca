/** Enclosures that records name, as files of `content/attachments/`. */
import { join } from 'node:path';
import { noteFile } from '../../db/records/reads.ts';
import type { County } from './county.ts';
import { contentDir } from './records.ts';

/** Each file once. */
export function attachmentFiles({ records }: County): string[] {
  const { proposals, replies, reports, plans, announcements, decisions } = records;
  const named = [proposals, replies, reports, plans, announcements, decisions].flatMap((kind) =>
    [...kind.values()].flatMap(({ attachments }) => attachments),
  );
  return [...new Set(named.map(({ file }) => file))];
}

/** Where a file lies, for a page that reads it. */
export function attachmentPath(file: string): string {
  const path = join(contentDir(), 'attachments', file);
  noteFile(path);
  return path;
}
