import { invalidField } from '../../db/domain/problem.ts';
import type { ActContext } from '../act-context.ts';
import { checkRecipient } from './check-recipient.ts';
import { moveMessage, type Also, type By } from './move-message.ts';

/**
 * Passes a message to somebody more suitable, who is its recipient from then on and whom the sender is told.
 * @throws as moveMessage; invalid `recipient` (nobody of that name, a former deputy, or who has it already)
 */
export async function redirectMessage(
  context: ActContext,
  { also, ...asked }: { id: string; by: By; recipient: string; seen?: number | undefined; note?: string | undefined; also?: Also },
) {
  checkRecipient(await context.records.current(), asked.recipient, 'recipient');
  return moveMessage(context, { ...asked, verb: 'redirect' }, ({ to }) => {
    if (to === asked.recipient) throw invalidField('recipient', 'sameRecipient');
    return { changesRecipient: true, ...(also && { also }) };
  });
}
