import { z } from 'zod';
import { DomainError } from '../../../db/domain/problem.ts';
import type { ActContext } from '../../act-context.ts';
import { HttpProblem } from '../../http-problem.ts';
import type { Staff } from '../../staff.ts';
import { deskMove, workMessage } from './work-message.ts';

const MOST = 100;

/** One move for many messages: those of a campaign may also get the same answer. */
export const bulkMove = deskMove.pick({ verb: true, refusal: true, note: true, recipient: true, answer: true, from: true }).extend({
  verb: z.enum(['accept', 'refuse', 'redirect', 'forward', 'answer', 'close'], { error: 'choice' }),
  ids: z.array(z.string().max(40)).min(1, { error: 'required' }).max(MOST),
});

/** Each message is moved or not on its own; the answer says of each that was not why, by code. */
export async function workMany(
  context: ActContext,
  staff: Staff,
  { ids, ...move }: z.infer<typeof bulkMove>,
): Promise<{ done: number; refused: { id: string; code: string }[] }> {
  const refused: { id: string; code: string }[] = [];
  for (const id of ids) {
    try {
      await workMessage(context, staff, id, move);
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof HttpProblem)) throw error;
      refused.push({ id, code: error.code });
    }
  }
  return { done: ids.length - refused.length, refused };
}
