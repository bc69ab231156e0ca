import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { acquireLock } from '../../db/lock.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { serveCalls } from '../../db/socket.ts';
import { createApp } from '../app.ts';
import { logToConsole, systemClock, type AppContext } from '../context.ts';
import { nodeRecords } from '../node-records.ts';
import type { Settings } from '../settings.ts';
import { answerCall } from './answer-call.ts';
import { watchShelf } from './current-release.ts';
import { createListener } from './listener.ts';
import { closeServer, openServer } from './open-server.ts';
import { startJobs } from './start-jobs.ts';

/** A data folder that is ours: its lock, its database, and the socket on which commands reach it. */
export type OpenData = { context: AppContext; close: () => Promise<void> };

/** Opens the data folder and brings its tables up to date. @throws DataDirLocked when another process has it */
export const openData = async (settings: Settings): Promise<OpenData> => {
  const lock = await acquireLock(settings.dataDir);
  const url = settings.databaseUrl ?? `file:${join(settings.dataDir, 'huiyin.db')}`;
  const db = await openDatabase({ url, token: settings.databaseToken });
  const context: AppContext = { db, records: nodeRecords(settings.dataDir), settings, clock: systemClock, log: logToConsole };
  // A remote database may be away for a while; reading must go on, and `npm run migrate` can be run later.
  await migrateDatabase(db).catch((error: unknown) => {
    if (db.embedded) throw error;
    context.log({ level: 'error', event: 'not-migrated', errorName: error instanceof Error ? error.name : typeof error });
  });
  const socket = await serveCalls(settings.dataDir, (call) => answerCall(context, call));
  return {
    context,
    close: async () => {
      socket.close();
      db.close();
      await lock.release();
    },
  };
};

/** Serves the current release and the API until `stop` is called. @throws when there is no release, or the port is taken */
export const serveSite = async ({ context, close }: OpenData): Promise<{ stop: () => Promise<void> }> => {
  const { settings, log } = context;
  const app = createApp(context);
  const shelf = await watchShelf(join(settings.dataDir, 'releases'), {
    switched: (id) => log({ level: 'info', event: `release ${id}` }),
    failed: (id, error) => log({ level: 'error', event: `release ${id} cannot be opened`, errorName: String(error) }),
  });
  const listener = createListener(shelf.shelf, (request, bindings) => app.fetch(request, bindings), settings);
  const server = await openServer(listener, { host: settings.host, port: settings.port, log });
  const jobs = startJobs(context);
  return {
    stop: async () => {
      jobs.stop();
      shelf.stop();
      await closeServer(server);
      await close();
    },
  };
};
