import { and, asc, desc, eq, inArray, isNotNull, like, or, sql } from 'drizzle-orm';
import { PUBLIC_STATES } from '../domain/message-state.ts';
import type { PublicMessage } from '../domain/public-message.ts';
import { answers, messages } from '../tables/messages.ts';
import { messagePhotos } from '../tables/message-talk.ts';
import type { Database } from '../remote.ts';

// The one rule of what may go out. Columns are named one by one: a column added to the table stays private.
const isPublic = and(
  eq(messages.consented, true),
  eq(messages.hidden, false),
  isNotNull(messages.publishedOn),
  isNotNull(messages.publicText),
  inArray(messages.state, [...PUBLIC_STATES]),
);
const publicColumns = {
  id: messages.id,
  to: messages.to,
  kind: messages.kind,
  title: messages.publicTitle,
  text: messages.publicText,
  name: sql<string | null>`case when ${messages.hideName} then null else ${messages.publicName} end`,
  state: messages.state,
  submittedOn: messages.submittedOn,
  publishedOn: messages.publishedOn,
  sample: messages.sample,
};

/** A page of published messages, newest first; `to` also takes the messages to a person's single mandates. */
export async function listPublicMessages(
  db: Database,
  { to, page, size }: { to: string | undefined; page: number; size: number },
): Promise<{ total: number; items: PublicMessage[] }> {
  const filter = to === undefined ? isPublic : and(isPublic, or(eq(messages.to, to), like(messages.to, `${to}/%`)));
  const [rows, counted] = await db.orm.batch([
    db.orm
      .select(publicColumns)
      .from(messages)
      .where(filter)
      .orderBy(desc(messages.publishedOn), desc(messages.id))
      .limit(size)
      .offset((page - 1) * size),
    db.orm
      .select({ n: sql<number>`count(*)` })
      .from(messages)
      .where(filter),
  ]);
  return { total: counted[0]?.n ?? 0, items: await withAnswers(db, rows) };
}

/** One published message. */
export async function findPublicMessage(db: Database, id: string): Promise<PublicMessage | undefined> {
  const rows = await db.orm
    .select(publicColumns)
    .from(messages)
    .where(and(isPublic, eq(messages.id, id)));
  return (await withAnswers(db, rows))[0];
}

type PublicRow = Omit<PublicMessage, 'answers' | 'photos' | 'name' | 'title' | 'text' | 'publishedOn'> &
  Record<'name' | 'title' | 'text' | 'publishedOn', string | null>;

async function withAnswers(db: Database, rows: PublicRow[]): Promise<PublicMessage[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [given, pictures] = await db.orm.batch([
    db.orm
      .select({ messageId: answers.messageId, by: answers.by, on: answers.on, text: answers.publicText })
      .from(answers)
      .where(and(isNotNull(answers.publicText), inArray(answers.messageId, ids)))
      .orderBy(asc(answers.on)),
    db.orm
      .select({ messageId: messagePhotos.messageId, id: messagePhotos.id, width: messagePhotos.width, height: messagePhotos.height })
      .from(messagePhotos)
      .where(and(eq(messagePhotos.shown, true), inArray(messagePhotos.messageId, ids)))
      .orderBy(asc(messagePhotos.id)),
  ]);
  return rows.map(({ name, title, text, publishedOn, ...row }) => ({
    ...row,
    title: title ?? '',
    text: text ?? '',
    ...(name === null ? {} : { name }),
    publishedOn: publishedOn ?? '',
    photos: pictures.filter((picture) => picture.messageId === row.id).map(({ id, width, height }) => ({ id, width, height })),
    answers: given.filter((answer) => answer.messageId === row.id).map(({ by, on, text: answer }) => ({ by, on, text: answer ?? '' })),
  }));
}

/** For counts only: to whom, whether taken up, and days to the first answer. Never a text. */
export async function messageFacts(db: Database): Promise<{ to: string; submittedOn: string; answeredOn: string | null }[]> {
  return db.orm
    .select({ to: messages.to, submittedOn: messages.submittedOn, answeredOn: sql<string | null>`min(${answers.on})` })
    .from(messages)
    .leftJoin(answers, eq(answers.messageId, messages.id))
    .where(sql`${messages.state} not in ('submitted', 'refused', 'withdrawn')`)
    .groupBy(messages.id);
}
