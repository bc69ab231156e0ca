import { asc, eq } from 'drizzle-orm';
import { newId } from '../domain/ids.ts';
import type { NewMessage } from '../domain/message.ts';
import type { MessageEvent } from '../domain/message-status.ts';
import type { MessageState } from '../domain/message-state.ts';
import type { Refusal } from '../domain/refusal.ts';
import { answers, messageCodes, messageEvents, messages } from '../tables/messages.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, rememberRequest, type RepeatKey, type Statement } from './statement.ts';

/** A message as it is to be kept; `sealed` is who wrote, encrypted. */
export type MessageToKeep = {
  id: string;
  codeHash: string;
  message: Pick<NewMessage, 'to' | 'kind' | 'title' | 'text' | 'public' | 'hideName'>;
  sealed: string | undefined;
  trust: 'normal' | 'low';
  submittedOn: string;
  expectedBy: string;
  at: string;
  challenge: { nonce: string; expiresAt: string } | undefined;
  repeat: RepeatKey | undefined;
};

/** What the database decided; `expectedBy` is that of the message first kept under the same code. */
export type MessageOutcome = { kept: boolean; knownBody: string | undefined; expectedBy: string | undefined };

/** Keeps a message, its sender, its code and its audit row together, unless its key or its challenge was used before. */
export async function keepMessage(db: Database, given: MessageToKeep): Promise<MessageOutcome> {
  const results = await db.client.batch(statementsFor(given), 'write');
  const look = results.at(-1)?.rows[0];
  return {
    kept: results[0]?.rowsAffected === 1,
    knownBody: (look?.known as string | null) ?? undefined,
    expectedBy: (look?.expected_by as string | null) ?? undefined,
  };
}

function statementsFor({ id, codeHash, message, sealed, trust, submittedOn, expectedBy, at, challenge, repeat }: MessageToKeep): Statement[] {
  const keyHash = repeat?.keyHash ?? '';
  const statements: Statement[] = [
    {
      sql: `INSERT INTO messages (id, recipient, kind, title, text, consented, hide_name, trust, state, submitted_on, expected_by)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE key_hash = ? AND expires_at > ${NOW})
            AND NOT EXISTS (SELECT 1 FROM used_challenges WHERE nonce = ?)`,
      args: [
        id,
        message.to,
        message.kind,
        message.title,
        message.text,
        message.public ? 1 : 0,
        message.hideName ? 1 : 0,
        trust,
        submittedOn,
        expectedBy,
        keyHash,
        challenge?.nonce ?? '',
      ],
    },
    { sql: 'INSERT INTO message_codes (hash, message_id) SELECT ?, ? WHERE changes() = 1', args: [codeHash, id] },
    {
      sql: `INSERT INTO message_events (message_id, ordinal, state, on_day, id, at, moved_by)
            SELECT ?, 1, 'submitted', ?, ?, ?, 'sender' WHERE changes() = 1`,
      args: [id, submittedOn, newId('evt'), at],
    },
    auditIfChanged({ at, actor: 'public', act: 'send-message', target: id }),
  ];
  if (sealed !== undefined)
    statements.push({ sql: 'INSERT INTO message_senders (message_id, sealed) SELECT ?, ? WHERE changes() = 1', args: [id, sealed] });
  if (challenge) {
    statements.push({
      sql: 'INSERT INTO used_challenges (nonce, expires_at) SELECT ?, ? WHERE changes() = 1',
      args: [challenge.nonce, challenge.expiresAt],
    });
  }
  if (repeat) statements.push(rememberRequest(repeat));
  statements.push({
    sql: `SELECT (SELECT body_hash FROM idempotency_keys WHERE key_hash = ? AND expires_at > ${NOW}) AS known,
          (SELECT m.expected_by FROM message_codes c JOIN messages m ON m.id = c.message_id WHERE c.hash = ?) AS expected_by`,
    args: [keyHash, codeHash],
  });
  return statements;
}

export type MessageCourse = {
  id: string;
  to: string;
  title: string;
  state: MessageState;
  hidden: boolean;
  submittedOn: string;
  expectedBy: string;
  refusal: Refusal | null;
  events: MessageEvent[];
  answers: { by: string; on: string; text: string }[];
};

/** The message that a code stands for. Unknown codes cost the same three statements as known ones. */
export async function findMessageByCode(db: Database, codeHash: string): Promise<MessageCourse | undefined> {
  const own = eq(messageCodes.hash, codeHash);
  const [found, events, given] = await db.orm.batch([
    db.orm
      .select({
        id: messages.id,
        to: messages.to,
        title: messages.title,
        state: messages.state,
        hidden: messages.hidden,
        submittedOn: messages.submittedOn,
        expectedBy: messages.expectedBy,
        refusal: messages.refusal,
      })
      .from(messages)
      .innerJoin(messageCodes, eq(messageCodes.messageId, messages.id))
      .where(own),
    db.orm
      .select({
        state: messageEvents.state,
        on: messageEvents.on,
        by: messageEvents.by,
        refusal: messageEvents.refusal,
        recipient: messageEvents.recipient,
        proposalId: messageEvents.proposalId,
        note: messageEvents.note,
      })
      .from(messageEvents)
      .innerJoin(messageCodes, eq(messageCodes.messageId, messageEvents.messageId))
      .where(own)
      .orderBy(asc(messageEvents.ordinal)),
    db.orm
      .select({ by: answers.by, on: answers.on, text: answers.text })
      .from(answers)
      .innerJoin(messageCodes, eq(messageCodes.messageId, answers.messageId))
      .where(own)
      .orderBy(asc(answers.on)),
  ]);
  return found[0] && { ...found[0], events: events.map(withoutEmpty), answers: given };
}

// What a step does not have is not there at all.
const withoutEmpty = (row: object): MessageEvent => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as MessageEvent;
