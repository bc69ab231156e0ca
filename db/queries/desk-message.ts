import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Database } from '../remote.ts';
import { messageClaims, messageGroups } from '../tables/desk.ts';
import { answers, messageEvents, messageHidings, messageProposals, messages, messageSenders } from '../tables/messages.ts';
import { messageAdditions, messagePhotos } from '../tables/message-talk.ts';

const MOST_ALIKE = 50;

/** Everything the desk sees of a message, without who wrote: only whether somebody left a name or contact. */
export async function findDeskMessage(db: Database, id: string) {
  const groupId = db.orm.select({ id: messageGroups.groupId }).from(messageGroups).where(eq(messageGroups.messageId, id));
  const [found, events, given, hidings, claims, alike, proposals, senders, additions, photos] = await db.orm.batch([
    db.orm.select().from(messages).where(eq(messages.id, id)),
    db.orm
      .select({
        state: messageEvents.state,
        on: messageEvents.on,
        by: messageEvents.by,
        refusal: messageEvents.refusal,
        recipient: messageEvents.recipient,
        note: messageEvents.note,
        ordinal: messageEvents.ordinal,
      })
      .from(messageEvents)
      .where(eq(messageEvents.messageId, id))
      .orderBy(asc(messageEvents.ordinal)),
    db.orm
      .select({ id: answers.id, by: answers.by, text: answers.text, publicText: answers.publicText, on: answers.on })
      .from(answers)
      .where(eq(answers.messageId, id))
      .orderBy(asc(answers.on), asc(answers.id)),
    db.orm.select().from(messageHidings).where(eq(messageHidings.messageId, id)).orderBy(desc(messageHidings.at)),
    db.orm.select({ holder: messageClaims.holder, until: messageClaims.until }).from(messageClaims).where(eq(messageClaims.messageId, id)),
    db.orm
      .select({ id: messages.id, title: messages.title, state: messages.state, submittedOn: messages.submittedOn })
      .from(messageGroups)
      .innerJoin(messages, eq(messages.id, messageGroups.messageId))
      .where(and(eq(messageGroups.groupId, groupId), ne(messageGroups.messageId, id)))
      .orderBy(desc(messages.submittedOn))
      .limit(MOST_ALIKE),
    db.orm.select({ id: messageProposals.proposalId }).from(messageProposals).where(eq(messageProposals.messageId, id)),
    db.orm.select({ id: messageSenders.messageId }).from(messageSenders).where(eq(messageSenders.messageId, id)),
    db.orm
      .select({ text: messageAdditions.text, on: messageAdditions.on })
      .from(messageAdditions)
      .where(eq(messageAdditions.messageId, id))
      .orderBy(asc(messageAdditions.on)),
    db.orm
      .select({ id: messagePhotos.id, width: messagePhotos.width, height: messagePhotos.height, shown: messagePhotos.shown })
      .from(messagePhotos)
      .where(eq(messagePhotos.messageId, id))
      .orderBy(asc(messagePhotos.on), asc(messagePhotos.id)),
  ]);
  const [message] = found;
  if (!message) return undefined;
  return {
    ...message,
    cares: message.cares.split('|').filter(Boolean),
    additions,
    photos,
    version: events.at(-1)?.ordinal ?? 0,
    events,
    answers: given,
    hidings,
    claim: claims[0],
    alike,
    proposals: proposals.map((one) => one.id),
    hasSender: senders.length > 0,
  };
}
export type DeskMessage = NonNullable<Awaited<ReturnType<typeof findDeskMessage>>>;

/** Who wrote, still encrypted. */
export async function findSealedSender(db: Database, id: string): Promise<string | undefined> {
  const [found] = await db.orm.select({ sealed: messageSenders.sealed }).from(messageSenders).where(eq(messageSenders.messageId, id));
  return found?.sealed;
}
