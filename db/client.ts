/** Opens a database on Node: an embedded file or a remote one. The Worker imports db/remote.ts instead. */
import { closeSync, openSync } from 'node:fs';
import { createClient } from '@libsql/client/sqlite3';
import { databaseOver, openRemoteDatabase, type Database, type RemoteOptions } from './remote.ts';
import { oneAtATime, type TurnLimits } from './writer.ts';

export type { Database } from './remote.ts';

/**
 * Opens `file:` or http(s)/libsql databases. A file gets exactly one connection (its SQLite has the WAL-reset race),
 * write-ahead log and FULL durability: what is acknowledged is on the disk.
 */
export async function openDatabase(options: RemoteOptions & { turns?: TurnLimits }): Promise<Database> {
  if (!options.url.startsWith('file:')) return openRemoteDatabase(options);
  // Made here, so that nobody else may read it; SQLite gives its log the same mode.
  closeSync(openSync(options.url.replace(/^file:(?:\/\/)?/, ''), 'a', 0o600));
  const client = createClient({ url: options.url, concurrency: 1 });
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) await client.execute(`PRAGMA ${pragma}`);
  return databaseOver(oneAtATime(client, options.turns), true);
}

/** Opens a copy that nobody else uses, without a log beside it: the file alone is the whole database, before and after. */
export async function openCopy(file: string): Promise<Database> {
  closeSync(openSync(file, 'a', 0o600));
  const client = createClient({ url: `file:${file}`, concurrency: 1 });
  await client.execute('PRAGMA journal_mode = DELETE');
  return databaseOver(oneAtATime(client, { wait: 600_000, hold: 600_000 }), true);
}
