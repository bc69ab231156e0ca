import { checkMove, type MessageVerb, type Mover, type MoveNeed } from '../../db/domain/message-moves.ts';
import type { MessageState } from '../../db/domain/message-state.ts';
import { DomainError } from '../../db/domain/problem.ts';
import type { Refusal } from '../../db/domain/refusal.ts';
import { findPlace, keepMove, type MessagePlace, type MoveToKeep } from '../../db/queries/message-moves.ts';
import type { ActContext } from '../act-context.ts';
import { createKeys } from '../keys.ts';
import type { NoticeTemplate } from '../words/notices.ts';
import { today } from '../context.ts';
import { queueNotice } from './queue-notice.ts';

/** Who moves: the role that the sender is told of, and the person or job that the audit log names. */
export type By = { role: Mover; actor: string };

export type MoveAsked = {
  id: string;
  verb: MessageVerb;
  by: By;
  /** The version that the mover had in front of them; left out, the present one. */
  seen?: number | undefined;
  refusal?: Refusal;
  recipient?: string;
  answer?: string;
  proposalId?: string;
  /** What the office says to the sender. */
  note?: string | undefined;
};

type Context = Pick<ActContext, 'db' | 'clock' | 'settings'>;

/** What a sender who left a contact is told of. */
const TOLD: Partial<Record<MessageVerb, NoticeTemplate>> = {
  refuse: 'messageRefused',
  answer: 'messageAnswered',
  redirect: 'messageMoved',
  forward: 'messageMoved',
  convert: 'messageMoved',
};

/** What one kind of move adds: rules of its own, and statements in the same transaction. */
type Own = { also?: MoveToKeep['also']; changesRecipient?: boolean };

/** Statements that stand in the transaction of a move, given where it stands that it happened. */
export type Also = NonNullable<MoveToKeep['also']>;

/** Several of them, one after the other. */
export const allOf =
  (...all: (Also | undefined)[]): Also =>
  (moved, eventId) =>
    all.flatMap((also) => also?.(moved, eventId) ?? []);

/**
 * Moves a message by the table of moves: of two movers at once one wins. The sender's event and the audit row are
 * written in the same transaction.
 * @param own what this kind of move adds, given where the message stands
 * @throws missing (no such message), conflict (it has moved on), refused (not this mover's to do), invalid (a need is missing)
 */
export async function moveMessage(context: Context, asked: MoveAsked, own: (place: MessagePlace) => Own = () => ({})): Promise<MessageState> {
  const place = await findPlace(context.db, asked.id);
  if (!place) throw new DomainError('missing', 'messageNotFound');
  if (asked.seen !== undefined && asked.seen !== place.version) throw new DomainError('conflict', 'messageMovedOn');
  const { verb, by, note, refusal, recipient, proposalId } = asked;
  const move = checkMove(verb, place.state, by.role, asked satisfies Partial<Record<MoveNeed, unknown>>);
  const { also, changesRecipient } = own(place);
  const kept = await keepMove(context.db, {
    place,
    to: move.to,
    event: {
      on: today(context),
      by: by.role,
      ...(refusal && { refusal }),
      ...(recipient && { recipient }),
      ...(proposalId && { proposalId }),
      ...(note && { note }),
    },
    ...(changesRecipient && recipient && { recipient }),
    once: move.once ?? false,
    at: context.clock.now().toISOString(),
    actor: by.actor,
    notice: await noticeOf(context, verb, place),
    act: `${verb}-message`,
    ...(also && { also }),
  });
  if (!kept) throw new DomainError('conflict', move.once ? 'onlyOnce' : 'messageMovedOn');
  return move.to;
}

async function noticeOf(context: Context, verb: MessageVerb, { id, version, submittedOn, sealed }: MessagePlace) {
  const template = TOLD[verb];
  if (!template || sealed === undefined) return undefined;
  const keys = createKeys(context.settings.secrets);
  const { contact } = (await keys.open(sealed, id)) as { contact?: string };
  if (contact === undefined) return undefined;
  return queueNotice({ ...context, keys }, { event: `${id}/${version + 1}`, about: id, contact, template, params: { on: submittedOn } });
}
