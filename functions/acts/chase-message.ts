import { keepChase } from '../../db/queries/sender-acts.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { mustBeAbleTo, ownMessage } from './own-message.ts';

/** The sender asks after an answer, once, past the target; it stands in the office's queue then. @throws missing, refused `notNow` */
export async function chaseMessage(context: ActContext, { code }: { code: string }) {
  const own = await ownMessage(context, code);
  if (own.chasedOn !== null) return;
  mustBeAbleTo(own, 'chase');
  await keepChase(context.db, { id: own.id, on: today(context), at: context.clock.now().toISOString() });
}
