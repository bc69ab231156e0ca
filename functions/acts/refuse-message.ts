import type { Refusal } from '../../db/domain/refusal.ts';
import type { ActContext } from '../act-context.ts';
import { moveMessage, type By } from './move-message.ts';

/** Does not take a message up, for a coded reason that its sender is told; they may appeal once. @throws as moveMessage */
export const refuseMessage = (
  context: ActContext,
  asked: { id: string; by: By; refusal: Refusal; seen?: number | undefined; note?: string | undefined },
) => moveMessage(context, { ...asked, verb: 'refuse' });
