import { DomainError } from '../../db/domain/problem.ts';
import { surveyDue, type SurveyRound } from '../../db/domain/message-survey.ts';
import { keepSurvey } from '../../db/queries/sender-acts.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { ownMessage } from './own-message.ts';
import { reopenMessage } from './reopen-message.ts';

/**
 * The sender says whether there was an answer, or whether it is really solved; where it is not, the message is opened
 * again. The first word of a round counts; said again, it changes nothing.
 * @throws missing, refused `notNow` (nothing is asked)
 */
export async function answerSurvey(context: ActContext, { code, round, answer }: { code: string; round: SurveyRound; answer: string }) {
  const own = await ownMessage(context, code);
  if (own.surveys.includes(round)) return;
  const now = today(context);
  const closedOn = own.state === 'closed' ? own.events.findLast(({ state }) => state === 'closed')?.on : undefined;
  const said = own.surveys;
  // Both may be due at once; the reply is asked about until somebody says something about it.
  const due = surveyDue({ ...own, closedOn, said }, now) === round || surveyDue({ ...own, closedOn: undefined, said }, now) === round;
  if (!due) throw new DomainError('refused', 'notNow');
  const kept = await keepSurvey(context.db, { id: own.id, round, answer, on: now, at: context.clock.now().toISOString() });
  if (kept && round === 'solved' && answer === 'no') await reopenMessage(context, { id: own.id, by: { role: 'sender', actor: 'public' } });
}
