import { and, asc, desc, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm';
import { PUBLIC_STATES, type MessageState, type NewMessage, type PublicMessage, type Refusal } from '../domain/message.ts';
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
        id, message.to, message.kind, message.title, message.text, message.public ? 1 : 0, message.hideName ? 1 : 0, trust,
        submittedOn, expectedBy, keyHash, challenge?.nonce ?? '',
      ],
    },
    { sql: 'INSERT INTO message_codes (hash, message_id) SELECT ?, ? WHERE changes() = 1', args: [codeHash, id] },
    { sql: `INSERT INTO message_events (message_id, ordinal, state, on_day) SELECT ?, 1, 'submitted', ? WHERE changes() = 1`, args: [id, submittedOn] },
    auditIfChanged({ at, actor: 'public', act: 'send-message', target: id }),
  ];
  if (sealed !== undefined) statements.push({ sql: 'INSERT INTO message_senders (message_id, sealed) SELECT ?, ? WHERE changes() = 1', args: [id, sealed] });
  if (challenge) {
    statements.push({ sql: 'INSERT INTO used_challenges (nonce, expires_at) SELECT ?, ? WHERE changes() = 1', args: [challenge.nonce, challenge.expiresAt] });
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
  events: { state: MessageState; on: string }[];
  answers: { by: string; on: string; text: string }[];
};

/** The message that a code stands for. Unknown codes cost the same three statements as known ones. */
export async function findMessageByCode(db: Database, codeHash: string): Promise<MessageCourse | undefined> {
  const own = eq(messageCodes.hash, codeHash);
  const [found, events, given] = await db.orm.batch([
    db.orm
      .select({
        id: messages.id, to: messages.to, title: messages.title, state: messages.state, hidden: messages.hidden,
        submittedOn: messages.submittedOn, expectedBy: messages.expectedBy, refusal: messages.refusal,
      })
      .from(messages).innerJoin(messageCodes, eq(messageCodes.messageId, messages.id)).where(own),
    db.orm
      .select({ state: messageEvents.state, on: messageEvents.on })
      .from(messageEvents).innerJoin(messageCodes, eq(messageCodes.messageId, messageEvents.messageId)).where(own).orderBy(asc(messageEvents.ordinal)),
    db.orm
      .select({ by: answers.by, on: answers.on, text: answers.text })
      .from(answers).innerJoin(messageCodes, eq(messageCodes.messageId, answers.messageId)).where(own).orderBy(asc(answers.on)),
  ]);
  return found[0] && { ...found[0], events, answers: given };
}

// The one rule of what may go out. Columns are named one by one: a column added to the table stays private.
const isPublic = and(eq(messages.consented, true), eq(messages.hidden, false), isNotNull(messages.publishedOn), inArray(messages.state, [...PUBLIC_STATES]));
const publicColumns = {
  id: messages.id, to: messages.to, kind: messages.kind, title: messages.title, text: messages.text,
  name: sql<string | null>`case when ${messages.hideName} then null else ${messages.publicName} end`,
  state: messages.state, submittedOn: messages.submittedOn, publishedOn: messages.publishedOn, sample: messages.sample,
};

/** A page of published messages, newest first; `to` also takes the messages to a person's single mandates. */
export async function listPublicMessages(db: Database, { to, page, size }: { to: string | undefined; page: number; size: number }): Promise<{ total: number; items: PublicMessage[] }> {
  const filter = to === undefined ? isPublic : and(isPublic, or(eq(messages.to, to), like(messages.to, `${to}/%`)));
  const [rows, counted] = await db.orm.batch([
    db.orm.select(publicColumns).from(messages).where(filter).orderBy(desc(messages.publishedOn), desc(messages.id)).limit(size).offset((page - 1) * size),
    db.orm.select({ n: sql<number>`count(*)` }).from(messages).where(filter),
  ]);
  return { total: counted[0]?.n ?? 0, items: await withAnswers(db, rows) };
}

/** One published message. */
export async function findPublicMessage(db: Database, id: string): Promise<PublicMessage | undefined> {
  const rows = await db.orm.select(publicColumns).from(messages).where(and(isPublic, eq(messages.id, id)));
  return (await withAnswers(db, rows))[0];
}

type PublicRow = Omit<PublicMessage, 'answers' | 'name' | 'publishedOn'> & { name: string | null; publishedOn: string | null };

async function withAnswers(db: Database, rows: PublicRow[]): Promise<PublicMessage[]> {
  if (rows.length === 0) return [];
  const given = await db.orm
    .select({ messageId: answers.messageId, by: answers.by, on: answers.on, text: answers.text })
    .from(answers).where(inArray(answers.messageId, rows.map((row) => row.id))).orderBy(asc(answers.on));
  return rows.map(({ name, publishedOn, ...row }) => ({
    ...row,
    ...(name === null ? {} : { name }),
    publishedOn: publishedOn ?? '',
    answers: given.filter((answer) => answer.messageId === row.id).map(({ by, on, text }) => ({ by, on, text })),
  }));
}

/** For counts only: to whom, whether taken up, and days to the first answer. Never a text. */
export async function messageFacts(db: Database): Promise<{ to: string; submittedOn: string; answeredOn: string | null }[]> {
  return db.orm
    .select({ to: messages.to, submittedOn: messages.submittedOn, answeredOn: sql<string | null>`min(${answers.on})` })
    .from(messages).leftJoin(answers, eq(answers.messageId, messages.id))
    .where(sql`${messages.state} not in ('submitted', 'refused', 'withdrawn')`)
    .groupBy(messages.id);
}
