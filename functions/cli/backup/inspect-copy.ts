import { existsSync, openSync, readFileSync, readSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { openCopy } from '../../../db/client.ts';
import { countRows, damageOf, newestMigration, tablesOf } from '../../../db/queries/copies.ts';
import { findUpkeep } from '../../../db/queries/upkeep.ts';
import { CallRefused } from '../../../db/socket.ts';
import { backupWords as words } from '../../words/backup.ts';

/** What a copy holds: rows by table, and the fingerprint of the keys that it was made with. */
export type Copy = { rows: Record<string, number>; fingerprint: string | undefined };

const JOURNAL = join(import.meta.dirname, '../../../db/migrations/meta/_journal.json');

/**
 * Looks into a database file: whole, ours, not of a newer version. Its log, if any, goes into it, so that the file alone counts.
 * @throws CallRefused with a sentence for the person at the keyboard
 */
export async function inspectCopy(file: string): Promise<Copy> {
  if (!existsSync(file)) throw new CallRefused(words.noFile(file));
  if (!isSqlite(file)) throw new CallRefused(words.notOurs(file));
  const db = await openCopy(file).catch((error: unknown) => {
    throw new CallRefused(words.damaged(file, [String(error)]));
  });
  try {
    const damage = await damageOf(db.client);
    if (damage.length > 0) throw new CallRefused(words.damaged(file, damage));
    const newest = await newestMigration(db.client);
    if (newest === undefined) throw new CallRefused(words.notOurs(file));
    if (newest > newestOfOurs()) throw new CallRefused(words.newer(file));
    const tables = await tablesOf(db.client);
    const rows = await Promise.all(tables.map(async (table) => [table, await countRows(db.client, table)] as const));
    const fingerprint = tables.includes('upkeep') ? (await findUpkeep(db, 'keys'))?.note : undefined;
    return { rows: Object.fromEntries(rows), fingerprint };
  } catch (error) {
    throw error instanceof CallRefused ? error : new CallRefused(words.damaged(file, [String(error)]));
  } finally {
    db.close();
  }
}

function isSqlite(file: string): boolean {
  const head = Buffer.alloc(16);
  const opened = openSync(file, 'r');
  readSync(opened, head);
  closeSync(opened);
  return head.toString('latin1') === 'SQLite format 3\0';
}

const newestOfOurs = (): number => {
  const { entries } = JSON.parse(readFileSync(JOURNAL, 'utf8')) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
};
