import { z } from 'zod';
import { MESSAGE_VERBS, type MessageVerb, type Mover } from '../../../db/domain/message-moves.ts';
import { DomainError, invalidField } from '../../../db/domain/problem.ts';
import { refusal } from '../../../db/domain/refusal.ts';
import type { Role } from '../../../db/domain/staff.ts';
import { longText } from '../../../db/domain/text.ts';
import { lastActor } from '../../../db/queries/audit.ts';
import { releaseMessage } from '../../../db/queries/claims.ts';
import { findPlace } from '../../../db/queries/message-moves.ts';
import type { ActContext } from '../../act-context.ts';
import type { Staff } from '../../staff.ts';
import { acceptMessage } from '../accept-message.ts';
import { answerMessage } from '../answer-message.ts';
import { closeMessage } from '../close-message.ts';
import { convertMessage } from '../convert-message.ts';
import { forwardMessage } from '../forward-message.ts';
import { redirectMessage } from '../redirect-message.ts';
import { refuseMessage } from '../refuse-message.ts';
import { reopenMessage } from '../reopen-message.ts';
import { holdMessage } from './hold-message.ts';

const reference = z.string().regex(/^(?:people|stations|units|areas):[a-z0-9-]{2,60}(?:\/[a-z0-9-]{1,40})?$/, { error: 'recipient' });

/** A move by the desk; `seen` is the version that was on the screen. What each verb needs, the table of moves says. */
export const deskMove = z.strictObject({
  verb: z.enum(MESSAGE_VERBS, { error: 'choice' }),
  seen: z.coerce.number({ error: 'number' }).int({ error: 'number' }).optional(),
  refusal: refusal.optional(),
  recipient: reference.optional(),
  answer: longText(5000).optional(),
  from: reference.optional(),
  proposalId: z
    .string()
    .regex(/^[a-z0-9-]{2,60}$/, { error: 'choice' })
    .optional(),
  note: longText(500).optional(),
});
export type DeskMove = z.infer<typeof deskMove>;

/** What somebody of the desk is in the table of moves. */
export const moverOf = (role: Role): Mover => (role === 'clerk' ? 'clerk' : 'moderator');

/**
 * Does one move for somebody of the desk, who must have the message or be able to get it; afterwards it is everybody's.
 * @throws as the moves; conflict (somebody else has it); refused (an appeal against one's own refusal)
 */
export async function workMessage(context: ActContext, staff: Staff, id: string, move: DeskMove): Promise<void> {
  const act = ACTS[move.verb];
  if (!act) throw invalidField('verb', 'choice');
  await mustBeAnother(context, staff, id);
  const { heldBefore } = await holdMessage(context, { id, actor: staff.actor });
  let done = false;
  try {
    await act(context, { ...move, id, by: { role: moverOf(staff.role), actor: staff.actor } });
    done = true;
  } finally {
    // What was refused leaves things as they were: held if it had been claimed, free if not.
    if (done || !heldBefore) await releaseMessage(context.db, { id, holder: staff.actor });
  }
}

/** Whoever refused a message does not decide its appeal too. @throws refused */
async function mustBeAnother(context: ActContext, staff: Staff, id: string): Promise<void> {
  const place = await findPlace(context.db, id);
  if (place?.state === 'appealed' && (await lastActor(context.db, 'refuse-message', id)) === staff.actor)
    throw new DomainError('refused', 'anotherDecides');
}

type Asked = Omit<DeskMove, 'verb'> & { id: string; by: { role: Mover; actor: string } };

const must = <T>(field: string, value: T | undefined): T => {
  if (value === undefined) throw invalidField(field, 'required');
  return value;
};

const ACTS: Partial<Record<MessageVerb, (context: ActContext, asked: Asked) => Promise<unknown>>> = {
  accept: (context, { id, by, seen, note }) => acceptMessage(context, { id, by, seen, note }),
  refuse: (context, { id, by, seen, note, refusal: reason }) => refuseMessage(context, { id, by, seen, note, refusal: must('refusal', reason) }),
  redirect: (context, { id, by, seen, note, recipient }) => redirectMessage(context, { id, by, seen, note, recipient: must('recipient', recipient) }),
  forward: (context, { id, by, seen, note, recipient }) => forwardMessage(context, { id, by, seen, note, ...(recipient && { recipient }) }),
  answer: async (context, { id, by, seen, answer, from }) => {
    const [kind = '', name = ''] = must('from', from).split(/[:/]/);
    if (!(await context.records.current()).find(kind, name)) throw invalidField('from', 'recipientNotFound');
    return answerMessage(context, { id, by, seen, from: must('from', from), answer: must('answer', answer) });
  },
  close: (context, { id, by, seen, note }) => closeMessage(context, { id, by, seen, note }),
  reopen: (context, { id, by, seen, note }) => reopenMessage(context, { id, by, seen, note }),
  convert: (context, { id, by, seen, note, proposalId }) =>
    convertMessage(context, { id, by, seen, note, proposalId: must('proposalId', proposalId) }),
};
