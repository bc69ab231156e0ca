import { newId } from '../domain/ids.ts';
import type { NewMessage } from '../domain/message.ts';
import type { Care } from '../domain/sensitive.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, rememberRequest, type RepeatKey, type Statement } from './statement.ts';

/** A message as it is to be kept; `sealed` is who wrote, encrypted. */
export type MessageToKeep = {
  id: string;
  codeHash: string;
  message: Pick<NewMessage, 'to' | 'kind' | 'title' | 'text' | 'public' | 'hideName'>;
  sealed: string | undefined;
  contactHash: string | undefined;
  cares: readonly Care[];
  follow: boolean;
  verifiedBy: string | undefined;
  /** Tells the sender that it arrived; stands right behind what it tells. */
  notice: Statement | undefined;
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

function statementsFor(given: MessageToKeep): Statement[] {
  const { id, codeHash, message, sealed, trust, submittedOn, expectedBy, at, challenge, repeat } = given;
  const keyHash = repeat?.keyHash ?? '';
  const statements: Statement[] = [
    {
      sql: `INSERT INTO messages (id, recipient, kind, title, text, consented, hide_name, trust, cares, follow, verified_by, state, submitted_on, expected_by)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'submitted', ?, ?
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
        given.cares.length > 0 ? `|${given.cares.join('|')}|` : '',
        given.follow ? 1 : 0,
        given.verifiedBy ?? null,
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
    statements.push({
      sql: 'INSERT INTO message_senders (message_id, sealed, contact_hash) SELECT ?, ?, ? WHERE changes() = 1',
      args: [id, sealed, given.contactHash ?? null],
    });
  if (given.notice) statements.push(given.notice);
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
