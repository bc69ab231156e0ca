/** Moving a message: one conditional write, its event and its audit row, and what goes with them, all or nothing. */
import { newId } from '../domain/ids.ts';
import type { Mover } from '../domain/message-moves.ts';
import type { MessageState } from '../domain/message-state.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Database } from '../remote.ts';
import { auditIfChanged, type Statement } from './statement.ts';

/** Where a message stands; `version` counts its moves, so that whoever acts can say what they had seen. */
export type MessagePlace = {
  id: string;
  state: MessageState;
  version: number;
  to: string;
  submittedOn: string;
  /** Who wrote, encrypted; undefined where nobody said, or it was erased. */
  sealed: string | undefined;
};

/** Undefined where there is no such message. */
export async function findPlace(db: Database, id: string): Promise<MessagePlace | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT state, recipient, submitted_on, sealed, (SELECT max(ordinal) FROM message_events WHERE message_id = m.id) AS version
          FROM messages m LEFT JOIN message_senders s ON s.message_id = m.id WHERE id = ?`,
    args: [id],
  });
  const [row] = rows;
  if (!row) return undefined;
  return {
    id,
    state: row.state as MessageState,
    version: Number(row.version),
    to: row.recipient as string,
    submittedOn: row.submitted_on as string,
    sealed: (row.sealed as string | null) ?? undefined,
  };
}

export type MoveToKeep = {
  place: Pick<MessagePlace, 'id' | 'state' | 'version'>;
  to: MessageState;
  /** What the sender may know of the move. */
  event: { on: string; by: Mover; refusal?: Refusal; recipient?: string; proposalId?: string; note?: string };
  /** The message goes to somebody else from now on. */
  recipient?: string;
  once: boolean;
  at: string;
  actor: string;
  act: string;
  /** Tells the sender; stands right behind the audit row, which it depends on. */
  notice: Statement | undefined;
  /** What else happens if the move does; `moved` is a condition with one argument, the event's id. */
  also?: (moved: string, eventId: string) => Statement[];
};

/** The condition of statements that belong to a move. */
const MOVED = 'EXISTS (SELECT 1 FROM message_events WHERE id = ?)';

/** @returns false where the message had moved on before, and nothing was written */
export async function keepMove(db: Database, move: MoveToKeep): Promise<boolean> {
  const { place, to, event, at, actor, act } = move;
  const eventId = newId('evt');
  const results = await db.client.batch(
    [
      {
        sql: `UPDATE messages SET state = ?, refusal = ?, recipient = coalesce(?, recipient)
              WHERE id = ? AND state = ? AND (SELECT max(ordinal) FROM message_events WHERE message_id = messages.id) = ?
              AND (? = 0 OR NOT EXISTS (SELECT 1 FROM message_events WHERE message_id = messages.id AND state = ?))`,
        args: [to, event.refusal ?? null, move.recipient ?? null, place.id, place.state, place.version, move.once ? 1 : 0, to],
      },
      {
        sql: `INSERT INTO message_events (message_id, ordinal, state, on_day, id, at, moved_by, refusal, recipient, proposal_id, note)
              SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE changes() = 1`,
        args: [
          place.id,
          place.version + 1,
          to,
          event.on,
          eventId,
          at,
          event.by,
          event.refusal ?? null,
          event.recipient ?? null,
          event.proposalId ?? null,
          event.note ?? null,
        ],
      },
      auditIfChanged({ at, actor, act, target: place.id }),
      ...(move.notice ? [move.notice] : []),
      ...(move.also?.(MOVED, eventId) ?? []),
    ],
    'write',
  );
  return results[0]?.rowsAffected === 1;
}
