import type { MessageState } from '../domain/message-state.ts';
import type { Database } from '../remote.ts';

/** Ids of messages in one of the states whose last move lies on `day` or before, oldest first, 500 at a time. */
export async function messagesUnmovedSince(db: Database, states: readonly MessageState[], day: string): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, (SELECT max(on_day) FROM message_events WHERE message_id = messages.id) AS moved FROM messages
          WHERE state IN (${states.map(() => '?').join(', ')}) AND submitted_on <= ? AND moved <= ? ORDER BY moved, id LIMIT 500`,
    args: [...states, day, day],
  });
  return rows.map((row) => row.id as string);
}
