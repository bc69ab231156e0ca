import type { Database } from '../remote.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

/** Keeps that a message is not to be published. False where it is public, or this was decided before. */
export async function keepPrivate(db: Database, { id, on }: { id: string; on: string }, entry: AuditEntry): Promise<boolean> {
  const [kept] = await db.client.batch(
    [
      {
        sql: `INSERT INTO kept_private (message_id, decided_by, on_day) SELECT id, ?, ? FROM messages WHERE id = ? AND published_on IS NULL ON CONFLICT DO NOTHING`,
        args: [entry.actor, on, id],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return kept?.rowsAffected === 1;
}
