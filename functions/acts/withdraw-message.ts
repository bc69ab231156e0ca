import { forgetSender } from '../../db/queries/with-move.ts';
import type { ActContext } from '../act-context.ts';
import { moveMessage } from './move-message.ts';

/** The sender takes a message back: nobody works on it any more, and who wrote is erased at once. @throws as moveMessage */
export const withdrawMessage = (context: ActContext, { id }: { id: string }) =>
  moveMessage(context, { id, verb: 'withdraw', by: { role: 'sender', actor: 'public' } }, () => ({ also: forgetSender(id) }));
