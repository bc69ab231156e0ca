import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';

/** Forgets repeat keys and used challenges that can no longer matter. */
export async function forgetExpired(db: Database): Promise<void> {
  await db.client.batch(
    ['idempotency_keys', 'used_challenges'].map((table) => ({ sql: `DELETE FROM ${table} WHERE expires_at < ${NOW}`, args: [] })),
    'write',
  );
}

/** Resolves if the database answers and has its tables. */
export async function ping(db: Database): Promise<void> {
  await db.client.execute({ sql: 'SELECT count(*) FROM code_sets', args: [] });
}
