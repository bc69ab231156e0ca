import { invalidField } from '../../db/domain/problem.ts';
import type { ActContext } from '../act-context.ts';
import { checkRecipient } from './check-recipient.ts';
import { moveMessage, type Also, type By } from './move-message.ts';

/**
 * Hands a message to who is to answer it: the recipient, or a deputy, station or unit named here. A message to an area
 * has no one yet, so it needs a name.
 * @throws as moveMessage; invalid `recipient`
 */
export async function forwardMessage(
  context: ActContext,
  { also, ...asked }: { id: string; by: By; recipient?: string; seen?: number | undefined; note?: string | undefined; also?: Also },
) {
  const { recipient } = asked;
  const records = await context.records.current();
  const [kind = '', id = ''] = recipient?.split(':') ?? [];
  if (kind === 'units' ? !records.find(kind, id) : kind === 'areas') throw invalidField('recipient', 'recipientNotFound');
  if (recipient !== undefined && kind !== 'units') checkRecipient(records, recipient, 'recipient');
  return moveMessage(context, { ...asked, verb: 'forward' }, ({ to }) => {
    if (to.startsWith('areas:') && recipient === undefined) throw invalidField('recipient', 'required');
    // A deputy or a station found for an area is its recipient; a unit only prepares what they will answer.
    return { changesRecipient: kind === 'people' || kind === 'stations', ...(also && { also }) };
  });
}
