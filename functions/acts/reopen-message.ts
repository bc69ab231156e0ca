import type { ActContext } from '../act-context.ts';
import { moveMessage, type By } from './move-message.ts';

/** Takes an answered or closed message up again: the office looks at what is still missing. @throws as moveMessage */
export const reopenMessage = (context: ActContext, asked: { id: string; by: By; seen?: number | undefined; note?: string | undefined }) =>
  moveMessage(context, { ...asked, verb: 'reopen' });
