/**
 * Statements that act together. In a batch each statement after the first may say `WHERE changes() = 1`: it then acts
 * only if the one before it changed a row, so the whole is decided by the database in one round trip.
 */
import type { InValue } from '@libsql/client/web';
import { newId } from '../domain/ids.ts';
import type { Database } from '../remote.ts';
import { NOW, nowPlus } from './moment.ts';

export type Statement = { sql: string; args: InValue[] };

/** A request that may be repeated: both hashes are keyed, see tables/requests.ts. */
export type RepeatKey = { keyHash: string; bodyHash: string };

export const INSERT_KEYS = 'INSERT INTO idempotency_keys (key_hash, body_hash, expires_at)';
export const KEY_EXPIRY = nowPlus('+1 day');
/** An expired key of the same name makes way; a living one was looked for before the act. */
export const KEY_MAKES_WAY = 'ON CONFLICT (key_hash) DO UPDATE SET body_hash = excluded.body_hash, expires_at = excluded.expires_at';

/** Keeps the key of the act before it for a day. */
export const rememberRequest = ({ keyHash, bodyHash }: RepeatKey): Statement => ({
  sql: `${INSERT_KEYS} SELECT ?, ?, ${KEY_EXPIRY} WHERE changes() = 1 ${KEY_MAKES_WAY}`,
  args: [keyHash, bodyHash],
});

export type AuditEntry = { at: string; actor: string; act: string; target: string };

/** An audit row for the act before it in the batch. */
export const auditIfChanged = ({ at, actor, act, target }: AuditEntry): Statement => ({
  sql: 'INSERT INTO audit (id, at, actor, act, target) SELECT ?, ?, ?, ?, ? WHERE changes() > 0',
  args: [newId('aud'), at, actor, act, target],
});

/** An audit row that always stands. */
export const auditRow = ({ at, actor, act, target }: AuditEntry): Statement => ({
  sql: 'INSERT INTO audit (id, at, actor, act, target) VALUES (?, ?, ?, ?, ?)',
  args: [newId('aud'), at, actor, act, target],
});

/** The hash of the body that a living key was used for; undefined where the key is new. */
export async function findRequest({ client }: Database, keyHash: string): Promise<string | undefined> {
  const sql = `SELECT body_hash FROM idempotency_keys WHERE key_hash = ? AND expires_at > ${NOW}`;
  return (await client.execute({ sql, args: [keyHash] })).rows[0]?.body_hash as string | undefined;
}
