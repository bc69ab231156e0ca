import type { ActContext } from '../act-context.ts';
import { moveMessage } from './move-message.ts';

/** The sender of a refused message asks once that somebody else looks at it; `note` is why. @throws as moveMessage; conflict `onlyOnce` */
export const appealMessage = (context: ActContext, { id, note }: { id: string; note?: string | undefined }) =>
  moveMessage(context, { id, note, verb: 'appeal', by: { role: 'sender', actor: 'public' } });
