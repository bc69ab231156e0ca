/** The way from a command to rows: through the running server, which alone may write its file, else on its own. */
import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { acquireLock, DataDirLocked, type Lock } from '../../db/lock.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { sendCall } from '../../db/socket.ts';
import { logToConsole, systemClock, type AppContext } from '../context.ts';
import { nodeRecords } from '../node-records.ts';
import { answerCall } from '../node/answer-call.ts';
import type { Settings } from '../settings.ts';

export type Calls = { call: (name: string, input: unknown) => Promise<unknown>; close: () => Promise<void> };

/** A remote database takes bulk work in more than the 1.5 s that a visitor's request may last. */
const REMOTE_TIMEOUT = 30_000;

/** Opens the way to rows; acts are named as in functions/node/answer-call.ts. */
export async function openCalls(settings: Settings): Promise<Calls> {
  const lock = settings.databaseUrl === undefined ? await lockOrHeld(settings.dataDir) : undefined;
  if (lock === 'held') return { call: (name, input) => sendCall(settings.dataDir, { name, input }), close: async () => {} };
  const url = settings.databaseUrl ?? `file:${join(settings.dataDir, 'huiyin.db')}`;
  const db = await openDatabase({ url, token: settings.databaseToken, timeout: REMOTE_TIMEOUT });
  await migrateDatabase(db);
  const context: AppContext = { db, records: nodeRecords(settings.dataDir), settings, clock: systemClock, log: logToConsole };
  return {
    call: (name, input) => answerCall(context, { name, input }),
    async close() {
      db.close();
      await lock?.release();
    },
  };
}

async function lockOrHeld(dataDir: string): Promise<Lock | 'held'> {
  try {
    return await acquireLock(dataDir);
  } catch (error) {
    if (error instanceof DataDirLocked) return 'held';
    throw error;
  }
}
