import type { ActContext } from '../act-context.ts';
import { moveMessage, type By } from './move-message.ts';

/** Ends an answered message, or a converted one with the proposal's last promise. @throws as moveMessage */
export const closeMessage = (
  context: Pick<ActContext, 'db' | 'clock' | 'settings'>,
  asked: { id: string; by: By; seen?: number | undefined; note?: string | undefined },
) => moveMessage(context, { ...asked, verb: 'close' });
