/** Brings a database to the newest tables. Runs on Node only, also against a remote database. */
import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/libsql/migrator';
import type { Database } from './client.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Runs what has not run yet, all or nothing; safe to repeat. */
export const migrateDatabase = (database: Database): Promise<void> => migrate(database.orm, { migrationsFolder: MIGRATIONS });
