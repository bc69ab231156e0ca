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

/** Deputies and single mandates (`people:ID`, `people:ID/MANDATE`) with whom messages in one of the states lie. */
export async function deputiesWithMessages(db: Database, states: readonly MessageState[]): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT DISTINCT recipient FROM messages WHERE recipient LIKE 'people:%' AND state IN (${states.map(() => '?').join(', ')}) ORDER BY recipient`,
    args: [...states],
  });
  return rows.map((row) => row.recipient as string);
}

/** Ids of messages in one of the states that lie with a recipient, oldest first, 500 at a time. */
export async function messagesWith(db: Database, recipient: string, states: readonly MessageState[]): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id FROM messages WHERE recipient = ? AND state IN (${states.map(() => '?').join(', ')}) ORDER BY submitted_on, id LIMIT 500`,
    args: [recipient, ...states],
  });
  return rows.map((row) => row.id as string);
}
