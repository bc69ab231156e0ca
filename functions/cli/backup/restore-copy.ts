import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openCopy } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { eraseAgain, takeFromLater, type Merged } from '../../../db/queries/later.ts';
import { noteUpkeep } from '../../../db/queries/upkeep.ts';
import { inspectCopy } from './inspect-copy.ts';
import { keepOnDisk } from './make-copy.ts';

export type Prepared = { merged: { file: string; found: Merged | undefined }[]; erasedAgain: number };

/**
 * Makes from a backup, and from later copies of the same database, the file that shall be used: with the tables of this
 * version, the erasures of all of them, and the ratings of the latest. A later copy that cannot be read is passed over.
 * @param fingerprint of the keys in use
 */
export async function prepareCopy(backup: string, later: readonly string[], work: string, fingerprint: string): Promise<Prepared> {
  removeDatabase(work);
  copyFileSync(backup, work);
  const db = await openCopy(work);
  try {
    await migrateDatabase(db);
    const merged: Prepared['merged'] = [];
    for (const file of later) merged.push({ file, found: await takeFrom(file) });
    const erasedAgain = await eraseAgain(db);
    await noteUpkeep(db, 'keys', fingerprint);
    await noteUpkeep(db, 'restored');
    return { merged, erasedAgain };
  } finally {
    db.close();
  }

  async function takeFrom(file: string): Promise<Merged | undefined> {
    try {
      await inspectCopy(file);
    } catch {
      return undefined;
    }
    return takeFromLater(db, file);
  }
}

/**
 * Puts the prepared file in the place of the database by one rename. What was there keeps existing under `aside`.
 * A crash at any point leaves the old or the new database, never none.
 */
export function putInPlace(work: string, database: string, aside: string): void {
  keepOnDisk(work);
  if (existsSync(database)) {
    // A log that belongs to the old file must not be read into the new one.
    if (existsSync(`${database}-wal`)) renameSync(`${database}-wal`, `${aside}-wal`);
    rmSync(`${database}-shm`, { force: true });
    linkSync(database, aside);
  }
  renameSync(work, database);
  keepOnDisk(dirname(database));
}

export const removeDatabase = (file: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true });
};
