/** A message for the holder of its receipt code. */
import { asc, eq, sql } from 'drizzle-orm';
import type { MessageEvent } from '../domain/message-status.ts';
import type { MessageState } from '../domain/message-state.ts';
import type { SurveyRound } from '../domain/message-survey.ts';
import type { Refusal } from '../domain/refusal.ts';
import { answers, messageCodes, messageEvents, messages, messageSenders } from '../tables/messages.ts';
import { messageAdditions, messagePhotos, messageSurveys } from '../tables/message-talk.ts';
import type { Database } from '../remote.ts';

export type MessageCourse = {
  id: string;
  to: string;
  title: string;
  text: string;
  state: MessageState;
  hidden: boolean;
  consented: boolean;
  publishedOn: string | null;
  submittedOn: string;
  expectedBy: string;
  chasedOn: string | null;
  refusal: Refusal | null;
  contactKept: boolean;
  photos: number;
  events: MessageEvent[];
  answers: { by: string; on: string; text: string }[];
  additions: { on: string; text: string }[];
  surveys: SurveyRound[];
};

/** The message that a code stands for. Unknown codes cost the same statements as known ones. */
export async function findMessageByCode(db: Database, codeHash: string): Promise<MessageCourse | undefined> {
  const own = eq(messageCodes.hash, codeHash);
  const [found, events, given, added, said] = await db.orm.batch([
    db.orm
      .select({
        id: messages.id,
        to: messages.to,
        title: messages.title,
        text: messages.text,
        state: messages.state,
        hidden: messages.hidden,
        consented: messages.consented,
        publishedOn: messages.publishedOn,
        submittedOn: messages.submittedOn,
        expectedBy: messages.expectedBy,
        chasedOn: messages.chasedOn,
        refusal: messages.refusal,
        contactKept: sql<number>`exists (select 1 from ${messageSenders} where ${messageSenders.messageId} = ${messages.id})`,
        photos: sql<number>`(select count(*) from ${messagePhotos} where ${messagePhotos.messageId} = ${messages.id})`,
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
    db.orm
      .select({ on: messageAdditions.on, text: messageAdditions.text })
      .from(messageAdditions)
      .innerJoin(messageCodes, eq(messageCodes.messageId, messageAdditions.messageId))
      .where(own)
      .orderBy(asc(messageAdditions.on)),
    db.orm
      .select({ round: messageSurveys.round })
      .from(messageSurveys)
      .innerJoin(messageCodes, eq(messageCodes.messageId, messageSurveys.messageId))
      .where(own),
  ]);
  return (
    found[0] && {
      ...found[0],
      contactKept: found[0].contactKept === 1,
      events: events.map(withoutEmpty),
      answers: given,
      additions: added,
      surveys: said.map(({ round }) => round),
    }
  );
}

// What a step does not have is not there at all.
const withoutEmpty = (row: object): MessageEvent => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as MessageEvent;
