import type { Database } from '../remote.ts';
import { auditIfChanged, type Statement } from './statement.ts';

/** The latest messages whose sender left this contact. */
export async function messagesOfContact(db: Database, contactHash: string, most: number): Promise<{ id: string; submittedOn: string }[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, submitted_on FROM messages WHERE id IN (SELECT message_id FROM message_senders WHERE contact_hash = ?)
          ORDER BY submitted_on DESC, id LIMIT ?`,
    args: [contactHash, most],
  });
  return rows.map((row) => ({ id: row.id as string, submittedOn: row.submitted_on as string }));
}

/**
 * Keeps a new code for each message that there is, with its notice and audit row: none where the message was told a new
 * code today already. A slot without a message costs the same and writes nothing.
 */
export async function keepNewCodes(db: Database, slots: { id: string; codeHash: string; notice: Statement }[], at: string): Promise<void> {
  await db.client.batch(
    slots.flatMap(({ id, codeHash, notice }) => [
      // Nothing is changed; it only lets the statements behind it run where the message is there.
      { sql: 'UPDATE messages SET id = id WHERE id = ?', args: [id] },
      notice,
      { sql: 'INSERT INTO message_codes (hash, message_id) SELECT ?, ? WHERE changes() = 1', args: [codeHash, id] },
      auditIfChanged({ at, actor: 'public', act: 'send-new-code', target: id }),
    ]),
    'write',
  );
}
