import { keepAnswer } from '../../db/queries/with-move.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { allOf, moveMessage, type Also, type By } from './move-message.ts';

/**
 * Answers a message. Its sender reads the answer at once; everybody else only `publicText`, which a moderator gives.
 * @param asked.from who answers, `people:ID`, `stations:ID` or `units:ID`
 * @throws as moveMessage
 */
export const answerMessage = (
  context: ActContext,
  {
    from,
    publicText,
    also,
    ...asked
  }: { id: string; by: By; from: string; answer: string; publicText?: string | undefined; seen?: number | undefined; also?: Also },
) =>
  moveMessage(context, { ...asked, verb: 'answer' }, ({ id }) => ({
    also: allOf(
      keepAnswer(id, { by: from, text: asked.answer, publicText: asked.by.role === 'moderator' ? publicText : undefined, on: today(context) }),
      also,
    ),
  }));
