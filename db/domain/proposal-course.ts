/** What became of a proposal, for the person whose message it began with (由留言转成的建议的进展): reply, promises, the deputy's verdict. */
import { z } from 'zod';
import { isPromiseOpen, promiseDue, promiseStanding, PROMISE_STANDINGS, PROMISE_VERDICTS } from './promise.ts';
import { PROPOSAL_STATES } from './proposal-state.ts';
import { formalReplies, type ProposalFacts } from './proposal-facts.ts';
import { isKnown, known, type CivilDate } from './record-fields.ts';
import { resultOf, type Reply } from './reply.ts';
import { GRADES, RESULT_CLASSES } from './result-class.ts';

const coursedPromise = z.object({
  what: z.string(),
  due: z.iso.date(),
  standing: z.enum(PROMISE_STANDINGS),
  verdict: z.enum(PROMISE_VERDICTS).optional(),
});

const coursedReply = z.object({
  unit: z.string().optional(),
  repliedOn: z.iso.date().optional(),
  class: z.enum(RESULT_CLASSES).optional(),
  satisfied: z.enum(GRADES).optional(),
  promises: z.array(coursedPromise),
});

/** `published` is false while the proposal is still being prepared. */
export const proposalCourse = z.object({
  id: z.string(),
  published: z.boolean(),
  title: z.string().optional(),
  state: z.enum(PROPOSAL_STATES).optional(),
  replies: z.array(coursedReply),
});
export type ProposalCourse = z.infer<typeof proposalCourse>;

/** The replies of a proposal as they stand on a day; `unitName` names `units:ID`. */
export const courseOfReplies = (
  replies: readonly Reply[],
  unitName: (unit: string) => string | undefined,
  today: CivilDate,
): ProposalCourse['replies'] =>
  formalReplies(replies, today).map((reply) => {
    const [unit, repliedOn, result] = [isKnown(reply.unit) ? unitName(reply.unit) : undefined, known(reply.repliedOn), resultOf(reply, today)];
    const feedback = reply.feedback?.given === true && reply.feedback.on <= today ? reply.feedback : undefined;
    return {
      ...(unit && { unit }),
      ...(repliedOn && { repliedOn }),
      ...(result && { class: result.class }),
      ...(feedback && { satisfied: feedback.result }),
      promises: reply.promises.map((promise) => {
        const verdict = promise.verdicts?.filter(({ on }) => on <= today).at(-1)?.verdict;
        return { what: promise.what, due: promiseDue(promise, today), standing: promiseStanding(promise, today), ...(verdict && { verdict }) };
      }),
    };
  });

/**
 * True once nothing is owed any more to those with whose messages a proposal began: it is closed, or replied with feedback
 * given, and the last promise was kept or given up. One that was not accepted or withdrawn is the office's to explain.
 */
export const isProposalOver = ({ state, flags }: Pick<ProposalFacts, 'state' | 'flags'>, replies: readonly Reply[], today: CivilDate): boolean =>
  (state === 'closed' || (state === 'replied' && !flags.includes('waitingFeedback'))) &&
  replies.every(({ promises }) => promises.every((promise) => !isPromiseOpen(promise, today)));
