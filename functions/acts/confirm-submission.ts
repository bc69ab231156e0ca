import { z } from 'zod';
import { ID_PATTERN } from '../../db/domain/record-fields.ts';
import { DomainError, invalidField } from '../../db/domain/problem.ts';
import { BODIES } from '../../db/domain/submission.ts';
import { RECIPIENT } from '../../db/domain/message.ts';
import { longText } from '../../db/domain/text.ts';
import { findPlace } from '../../db/queries/message-moves.ts';
import { decideSubmission, decisionStatement, findSubmission, linkLetter, noteDecision, type Submission } from '../../db/queries/submissions.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { answerMessage } from './answer-message.ts';
import { convertMessage } from './convert-message.ts';
import { forwardMessage } from './forward-message.ts';
import type { By } from './move-message.ts';
import { redirectMessage } from './redirect-message.ts';

export const confirmation = z.strictObject({
  id: z.string(),
  seen: z.number({ error: 'number' }).int().min(1),
  /** What the office says to the deputy; the answer where they asked. */
  reason: longText(1000).optional(),
  /** Where a letter that is passed on goes, if not where the deputy said. */
  to: z.string().optional(),
  /** The id of the record that the proposal will be; left out, a new one. */
  proposalId: z.string().regex(ID_PATTERN, { error: 'choice' }).optional(),
});
type Confirmation = z.infer<typeof confirmation> & { by: By };

/**
 * The office confirms what a deputy entered, and what follows from it is done: an answer goes to the sender, a letter goes
 * on, letters become a proposal. What becomes a record file is pulled from then on.
 * @throws missing, conflict (decided or changed meanwhile), invalid (what is missing), as the moves of messages
 */
export async function confirmSubmission(context: ActContext, { id, seen, by, reason, to, proposalId }: Confirmation): Promise<Submission> {
  const found = await findSubmission(context.db, id);
  if (!found) throw new DomainError('missing', 'submissionNotFound');
  // The letter is looked at before its submission: of two who confirm at once, one finds the letter moved on.
  const place = found.target.startsWith('msg_') ? await findPlace(context.db, found.target) : undefined;
  const submission = await findSubmission(context.db, id);
  if (submission?.state !== 'waiting' || submission.version !== seen) throw new DomainError('conflict', 'submissionMovedOn');
  const { kind, target, personId } = submission;
  const now = today(context);
  const decided = { id, version: seen, from: 'waiting', to: 'confirmed', reason, on: now } as const;
  const also = (condition: string, eventId: string) => [decisionStatement(decided, { sql: condition, args: [eventId] })];
  const move = { id: target, by, seen: place?.version, also };
  if (kind === 'answer') {
    const { text } = BODIES.answer.parse(submission.body);
    await answerMessage(context, { ...move, from: `people:${personId}`, answer: text });
  } else if (kind === 'passOn') {
    const recipient = to ?? BODIES.passOn.parse(submission.body).to;
    if (recipient === undefined) throw invalidField('to', 'required');
    if (RECIPIENT.test(recipient)) await redirectMessage(context, { ...move, recipient });
    else await forwardMessage(context, { ...move, recipient });
  } else {
    if (kind === 'question' && reason === undefined) throw invalidField('reason', 'required');
    const decision = kind === 'proposal' ? await convertLetters(context, submission, { by, proposalId }) : undefined;
    const entry = { at: context.clock.now().toISOString(), actor: by.actor, act: `confirm-${kind}`, target: id };
    if (!(await decideSubmission(context.db, { ...decided, decision }, entry))) throw new DomainError('conflict', 'submissionMovedOn');
  }
  const after = await findSubmission(context.db, id);
  if (after?.state !== 'confirmed') throw new DomainError('conflict', 'submissionMovedOn');
  return after;
}

/** Each letter becomes (part of) the proposal by a move of its own; a second try goes on where the first stopped. */
async function convertLetters(
  context: ActContext,
  submission: Submission,
  { by, proposalId }: { by: By; proposalId: string | undefined },
): Promise<{ proposalId: string }> {
  const { target, body } = submission;
  const { find } = await context.records.current();
  const asked = (submission.decision?.['proposalId'] as string | undefined) ?? proposalId ?? newProposalId(today(context));
  if (submission.decision === undefined && find('proposals', asked)) throw invalidField('proposalId', 'taken');
  await noteDecision(context.db, submission, { proposalId: asked });
  for (const id of new Set([target, ...BODIES.proposal.parse(body).letters])) {
    const place = await findPlace(context.db, id);
    const entry = { at: context.clock.now().toISOString(), actor: by.actor, act: 'convert-message', target: id };
    if (place?.state === 'converted') await linkLetter(context.db, id, asked, entry);
    else await convertMessage(context, { id, by, proposalId: asked, seen: place?.version });
  }
  return { proposalId: asked };
}

/** Ids are for ever and carry no number: that is a label which comes later. */
const newProposalId = (day: string): string =>
  `p-${day.replaceAll('-', '')}-${Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => 'abcdefghjkmnpqrstvwxyz23456789'[byte % 30]).join('')}`;
