import { flagsOf } from '../../db/domain/message-state.ts';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { surveyDue } from '../../db/domain/message-survey.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { showProposalCourses } from './show-proposal-course.ts';
import { ownMessage, type OwnCourse } from './own-message.ts';

/**
 * What became of a message, for the holder of its receipt code.
 * @throws missing (no message has this code)
 */
export async function followMessage(context: ActContext, code: string): Promise<MessageStatus> {
  const own = await ownMessage(context, code);
  const { hidden, refusal, chasedOn, consented, publishedOn, surveys, ...message } = own;
  const now = today(context);
  const closedOn = own.state === 'closed' ? own.events.findLast(({ state }) => state === 'closed')?.on : undefined;
  const survey = surveyDue({ state: own.state, submittedOn: own.submittedOn, closedOn, said: surveys }, now);
  const became = own.events.flatMap(({ proposalId }) => proposalId ?? []);
  return {
    ...message,
    proposals: await showProposalCourses(context, became),
    flags: flagsOf({ ...message, hidden, answered: message.answers.length > 0 }, now),
    publication: publicationOf(own),
    ...(refusal === null ? {} : { refusal }),
    ...(chasedOn === null ? {} : { chasedOn }),
    ...(survey === undefined ? {} : { survey }),
  };
}

const publicationOf = ({ hidden, consented, publishedOn }: OwnCourse): MessageStatus['publication'] =>
  !consented ? 'no' : publishedOn === null ? 'waiting' : hidden ? 'hidden' : 'published';
