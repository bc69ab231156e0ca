/** `npm run restore -- FILE`: puts a backup in the place of the database, with what later copies know and must not be forgotten. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCopy, openDatabase } from '../../db/client.ts';
import { acquireLock, DataDirLocked } from '../../db/lock.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { copyRows, countRows, tablesOf } from '../../db/queries/copies.ts';
import { CallRefused } from '../../db/socket.ts';
import { createKeys } from '../keys.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import type { Settings } from '../settings.ts';
import { backupWords as words } from '../words/backup.ts';
import { inspectCopy } from './backup/inspect-copy.ts';
import { prepareCopy, putInPlace, removeDatabase } from './backup/restore-copy.ts';

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { later: { type: 'string', multiple: true, default: [] }, 'other-keys': { type: 'boolean', default: false } },
  });
  if (positionals.length !== 1 || !positionals[0]) throw new CallRefused(words.restoreUsage);
  const settings = readNodeSettings();
  const lock = await acquireLock(settings.dataDir).catch((error: unknown) => {
    throw error instanceof DataDirLocked ? new CallRefused(words.stopFirst) : error;
  });
  try {
    const backup = resolve(positionals[0]);
    const { fingerprint, rows } = await inspectCopy(backup);
    const own = await createKeys(settings.secrets).fingerprint();
    if (fingerprint !== undefined && fingerprint !== own && !values['other-keys']) throw new CallRefused(words.otherKeys);
    const work = join(settings.dataDir, 'huiyin.restoring');
    const later = values.later.map((file) => resolve(file));
    const done =
      settings.databaseUrl === undefined
        ? await restoreFile(settings, { backup, later, work, own })
        : await restoreRemote(settings, settings.databaseUrl, { backup, later, work, own });
    console.log(words.restored(backup, rows, done.erasedAgain));
    for (const { file, found } of done.merged) console.log(words.merged(file, found));
    if (done.aside !== undefined) console.log(words.keptAside(done.aside));
  } finally {
    await lock.release();
  }
});

type Given = { backup: string; later: string[]; work: string; own: string };
type Done = Awaited<ReturnType<typeof prepareCopy>> & { aside: string | undefined };

async function restoreFile({ dataDir }: Settings, { backup, later, work, own }: Given): Promise<Done> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = join(dataDir, 'huiyin.db');
  const existing = existsSync(database);
  const prepared = await prepareCopy(backup, existing ? [...later, database] : later, work, own);
  const aside = existing ? `${database}.before-${Date.now()}` : undefined;
  putInPlace(work, database, aside ?? '');
  return { ...prepared, aside };
}

// Rows go one page at a time, so a database that already has some is refused: half of each would help nobody.
async function restoreRemote({ databaseToken }: Settings, url: string, { backup, later, work, own }: Given): Promise<Done> {
  const to = await openDatabase({ url, token: databaseToken, timeout: 60_000 });
  try {
    await migrateDatabase(to);
    for (const table of await tablesOf(to.client)) if ((await countRows(to.client, table)) > 0) throw new CallRefused(words.notEmpty);
    const prepared = await prepareCopy(backup, later, work, own);
    const from = await openCopy(work);
    await copyRows(from, to, (copied) => process.stderr.write(`\r${words.copied(copied)}`)).finally(() => from.close());
    removeDatabase(work);
    return { ...prepared, aside: undefined };
  } finally {
    to.close();
  }
}
