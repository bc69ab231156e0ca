/** What senders are asked (回访): whether they got an answer, and a while after the end whether it helped. */
import { z } from 'zod';
import { addDays } from './civil-date.ts';
import type { MessageState } from './message-state.ts';
import { secret } from './secret.ts';

export const REPLY_ANSWERS = ['answered', 'replyNoAnswer', 'acknowledgement', 'notNeeded', 'no'] as const;
export const SOLVED_ANSWERS = ['solved', 'partly', 'no'] as const;
export const SURVEY_ROUNDS = ['reply', 'solved'] as const;
export type SurveyRound = (typeof SURVEY_ROUNDS)[number];

/** Days after sending on which a sender is asked about a reply, and asked again if they said nothing. */
export const REPLY_DAYS = [14, 21] as const;
/** Days after closing on which a sender is asked whether it is really solved. */
export const SOLVED_DAYS = 28;

const ENDED: ReadonlySet<MessageState> = new Set(['refused', 'withdrawn', 'expired', 'appealed']);

/** What a sender may be asked on a day; undefined where there is nothing to ask, or they said it already. */
export function surveyDue(
  message: { state: MessageState; submittedOn: string; closedOn: string | undefined; said: readonly SurveyRound[] },
  today: string,
): SurveyRound | undefined {
  const { state, submittedOn, closedOn, said } = message;
  if (ENDED.has(state)) return undefined;
  if (closedOn !== undefined && !said.includes('solved') && today >= addDays(closedOn, SOLVED_DAYS)) return 'solved';
  return !said.includes('reply') && today >= addDays(submittedOn, REPLY_DAYS[0]) ? 'reply' : undefined;
}

/** An answer to a round, by code; which answers a round takes is checked together. */
export const surveyAnswer = z
  .strictObject({
    code: secret,
    round: z.enum(SURVEY_ROUNDS, { error: 'choice' }),
    answer: z.enum([...REPLY_ANSWERS, 'solved', 'partly'], { error: 'choice' }),
  })
  .refine(({ round, answer }) => (round === 'reply' ? REPLY_ANSWERS : SOLVED_ANSWERS).includes(answer as never), {
    error: 'choice',
    path: ['answer'],
  })
  .meta({ id: 'SurveyAnswer', description: '回访：有没有答复、是否解决' });
