/** Publishing a message, hiding it again and bringing it back; each with its audit row, all or nothing. */
import { newId } from '../domain/ids.ts';
import { PUBLIC_STATES } from '../domain/message-state.ts';
import type { HidingReason } from '../domain/public-message.ts';
import type { Database } from '../remote.ts';
import { auditIfChanged, type AuditEntry, type Statement } from './statement.ts';

export type PublicVersion = {
  id: string;
  title: string;
  text: string;
  /** Shown only if the sender did not wish otherwise. */
  name: string | undefined;
  answers: { id: string; text: string }[];
  on: string;
};

const wasChanged = async (db: Database, statements: Statement[], place = 0): Promise<boolean> =>
  (await db.client.batch(statements, 'write'))[place]?.rowsAffected === 1;

/** False where the message has no consent, is hidden, or stands in a state that is not public. */
export const keepPublicVersion = (db: Database, { id, title, text, name, answers, on }: PublicVersion, entry: AuditEntry): Promise<boolean> => {
  const states = PUBLIC_STATES.map(() => '?').join(', ');
  const isPublished = `EXISTS (SELECT 1 FROM messages WHERE id = ? AND public_text = ? AND published_on IS NOT NULL)`;
  return wasChanged(db, [
    {
      sql: `UPDATE messages SET public_title = ?, public_text = ?, public_name = CASE WHEN hide_name THEN NULL ELSE ? END,
            published_on = coalesce(published_on, ?) WHERE id = ? AND consented = 1 AND hidden = 0 AND state IN (${states})`,
      args: [title, text, name ?? null, on, id, ...PUBLIC_STATES],
    },
    auditIfChanged(entry),
    ...answers.map((answer) => ({
      sql: `UPDATE answers SET public_text = ? WHERE id = ? AND message_id = ? AND ${isPublished}`,
      args: [answer.text, answer.id, id, id, text],
    })),
  ]);
};

/** False where nothing of the message stands in public. */
export const keepHiding = (db: Database, { id, reason, on }: { id: string; reason: HidingReason; on: string }, entry: AuditEntry): Promise<boolean> =>
  wasChanged(db, [
    { sql: 'UPDATE messages SET hidden = 1 WHERE id = ? AND hidden = 0 AND published_on IS NOT NULL', args: [id] },
    {
      sql: 'INSERT INTO message_hidings (id, message_id, reason, on_day, at, hidden_by) SELECT ?, ?, ?, ?, ?, ? WHERE changes() = 1',
      args: [newId('hid'), id, reason, on, entry.at, entry.actor],
    },
    auditIfChanged(entry),
  ]);

/** False where it is not hidden, was confirmed before, or the same person hid it. */
export const keepConfirmation = (db: Database, id: string, entry: AuditEntry): Promise<boolean> =>
  wasChanged(db, [
    {
      sql: 'UPDATE message_hidings SET confirmed_by = ? WHERE message_id = ? AND ended_at IS NULL AND confirmed_by IS NULL AND hidden_by <> ?',
      args: [entry.actor, id, entry.actor],
    },
    auditIfChanged(entry),
  ]);

/** False where it is not hidden. */
export const endHiding = (db: Database, id: string, entry: AuditEntry): Promise<boolean> =>
  wasChanged(
    db,
    [
      { sql: 'UPDATE message_hidings SET ended_at = ? WHERE message_id = ? AND ended_at IS NULL', args: [entry.at, id] },
      { sql: 'UPDATE messages SET hidden = 0 WHERE id = ? AND hidden = 1', args: [id] },
      auditIfChanged(entry),
    ],
    1,
  );

/** Messages that somebody hid on `day` or before and nobody confirmed. */
export async function unconfirmedHidings(db: Database, day: string): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT message_id FROM message_hidings WHERE ended_at IS NULL AND confirmed_by IS NULL AND on_day <= ? ORDER BY at LIMIT 500',
    args: [day],
  });
  return rows.map((row) => row.message_id as string);
}
