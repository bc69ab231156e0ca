import type { ActContext } from '../act-context.ts';
import { moveMessage, type By } from './move-message.ts';

/** Takes a message up: somebody will answer it. @throws as moveMessage */
export const acceptMessage = (context: ActContext, asked: { id: string; by: By; seen?: number | undefined; note?: string | undefined }) =>
  moveMessage(context, { ...asked, verb: 'accept' });
