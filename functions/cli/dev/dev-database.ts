import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { startLibsqlEndpoint, type Endpoint } from '../libsql-endpoint.ts';

/** The port that wrangler.toml tells the Worker to find its database on. */
export const devDatabasePort = (wranglerFile: string): number => {
  const port = /^DATABASE_URL\s*=\s*"http:\/\/127\.0\.0\.1:(\d+)"/m.exec(readFileSync(wranglerFile, 'utf8'))?.[1];
  if (port === undefined) throw new Error(`${wranglerFile}: [vars] DATABASE_URL = "http://127.0.0.1:PORT" is missing`);
  return Number(port);
};

/** Serves `DATA_DIR/dev.db` to the Worker, with its tables up to date. */
export const startDevDatabase = async (dataDir: string, port: number): Promise<Endpoint> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const endpoint = await startLibsqlEndpoint(join(dataDir, 'dev.db'), port);
  const db = await openDatabase({ url: endpoint.url, timeout: 30_000 });
  try {
    await migrateDatabase(db);
  } finally {
    db.close();
  }
  return endpoint;
};
