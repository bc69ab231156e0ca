import { SENT_DAYS } from '../domain/notice.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { forgetSubmissions } from './submissions.ts';

/** Forgets repeat keys, used challenges, counted tries and ended sessions that can no longer matter. */
export async function forgetExpired(db: Database): Promise<void> {
  await db.client.batch(
    [
      ...['idempotency_keys', 'used_challenges', 'reply_sessions'].map((table) => ({
        sql: `DELETE FROM ${table} WHERE expires_at < ${NOW}`,
        args: [],
      })),
      forgetSubmissions,
      { sql: `DELETE FROM outbox WHERE state = 'sent' AND sent_on < date('now', ?)`, args: [`-${SENT_DAYS} days`] },
      { sql: `DELETE FROM sign_in_tries WHERE ends_at < ${NOW}`, args: [] },
      ...['staff_sessions', 'staff_verifications'].map((table) => ({ sql: `DELETE FROM ${table} WHERE expires_at < unixepoch() * 1000`, args: [] })),
    ],
    'write',
  );
}

/**
 * Erases who wrote messages that were answered or ended on `day` or before. Texts and course stay. That an answered
 * message was closed some days later does not count; a converted one ends with the last promise of its proposal if its
 * sender wanted to be told. Photographs that nobody published go too.
 * @returns how many senders were erased
 */
export async function eraseSenders(db: Database, day: string): Promise<number> {
  const over = `SELECT id FROM messages WHERE (state IN ('answered', 'closed', 'refused', 'withdrawn', 'expired') OR (state = 'converted' AND follow = 0))
    AND (SELECT max(on_day) FROM message_events e WHERE e.message_id = messages.id AND (e.state <> 'closed'
      OR EXISTS (SELECT 1 FROM message_events c WHERE c.message_id = messages.id AND c.state = 'converted'))) <= ?`;
  const results = await db.client.batch(
    [
      // A notice that still waits holds the same contact.
      { sql: `DELETE FROM outbox WHERE state <> 'sent' AND about IN (${over})`, args: [day] },
      { sql: `DELETE FROM message_photos WHERE shown = 0 AND message_id IN (${over})`, args: [day] },
      { sql: `DELETE FROM message_senders WHERE message_id IN (${over})`, args: [day] },
    ],
    'write',
  );
  return results.at(-1)?.rowsAffected ?? 0;
}

/** Resolves if the database answers and has its tables. */
export async function ping(db: Database): Promise<void> {
  await db.client.execute({ sql: 'SELECT count(*) FROM code_sets', args: [] });
}

/** Notes that recurring work was done well, now. */
export async function noteUpkeep(db: Database, task: string, note?: string): Promise<void> {
  await db.client.execute({
    sql: `INSERT INTO upkeep (task, at, note) VALUES (?, ${NOW}, ?) ON CONFLICT (task) DO UPDATE SET at = excluded.at, note = excluded.note`,
    args: [task, note ?? null],
  });
}

/** When work was last done well, and what it left; undefined where it never was. */
export async function findUpkeep(db: Database, task: string): Promise<{ at: string; note: string | undefined } | undefined> {
  const row = (await db.client.execute({ sql: 'SELECT at, note FROM upkeep WHERE task = ?', args: [task] })).rows[0];
  return row && { at: row.at as string, note: (row.note as string | null) ?? undefined };
}
