import { DomainError } from '../../db/domain/problem.ts';
import type { MessageState } from '../../db/domain/message-state.ts';
import type { ActContext } from '../act-context.ts';
import type { ReleaseRecords } from '../records.ts';
import { PASSED_ON } from '../words/messages.ts';
import { moveMessage } from './move-message.ts';

/** The states in which a message lies with somebody; an appeal lies with the moderator. */
export const LYING = ['submitted', 'accepted', 'redirected', 'forwarded', 'reopened'] as const satisfies readonly MessageState[];

/** To whom the messages of a deputy or mandate pass by now; undefined where it still serves, or only the office can decide. */
export function passesTo(records: ReleaseRecords, recipient: string): string | undefined {
  const [id = '', mandateId] = recipient.replace(/^people:/, '').split('/');
  const person = records.find('people', id);
  return mandateId === undefined ? person?.passTo : person?.mandates?.find((mandate) => mandate.id === mandateId)?.passTo;
}

/**
 * Passes a message on whose deputy's mandate has ended, to the successor or the station. The sender is told by the event.
 * @throws as moveMessage
 */
export async function passOnMessage(
  context: Pick<ActContext, 'db' | 'clock' | 'settings'>,
  { id, recipient, title }: { id: string; recipient: string; title: string },
): Promise<MessageState> {
  return moveMessage(
    context,
    { id, verb: 'redirect', by: { role: 'job', actor: 'job' }, recipient, note: PASSED_ON.replace('{to}', title) },
    ({ to }) => {
      if (to === recipient) throw new DomainError('conflict', 'messageMovedOn');
      return { changesRecipient: true };
    },
  );
}
