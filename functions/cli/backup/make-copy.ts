import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openCopy, openDatabase } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { copyRows } from '../../../db/queries/copies.ts';
import { noteUpkeep } from '../../../db/queries/upkeep.ts';
import { createKeys } from '../../keys.ts';
import type { Settings } from '../../settings.ts';
import type { Calls } from '../open-calls.ts';
import { inspectCopy, type Copy } from './inspect-copy.ts';

const REMOTE_TIMEOUT = 60_000;

/**
 * Copies the database to `file`, looks into the copy, and only then gives it its name: what bears the name is whole.
 * @param told rows copied so far, for a remote database
 */
export async function makeCopy(settings: Settings, calls: Calls, file: string, told: (rows: number) => void): Promise<Copy> {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  // Made here, so that nobody else may read it: the database takes an empty file as it is.
  closeSync(openSync(part, 'wx', 0o600));
  if (settings.databaseUrl === undefined) await calls.call('copyDatabase', { file: part });
  else await copyRemote(settings, settings.databaseUrl, part, told);
  const copy = await inspectCopy(part);
  keepOnDisk(part);
  renameSync(part, file);
  keepOnDisk(dirname(file));
  await calls.call('noteBackup', {});
  return copy;
}

async function copyRemote(settings: Settings, url: string, part: string, told: (rows: number) => void): Promise<void> {
  const from = await openDatabase({ url, token: settings.databaseToken, timeout: REMOTE_TIMEOUT });
  const to = await openCopy(part);
  try {
    await noteUpkeep(from, 'keys', await createKeys(settings.secrets).fingerprint());
    await migrateDatabase(to);
    await copyRows(from, to, told);
  } finally {
    from.close();
    to.close();
  }
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function keepOnDisk(path: string): void {
  const opened = openSync(path, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
