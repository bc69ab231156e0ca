import { findPersonalData, type PersonalData } from '../../../db/domain/personal-data/find.ts';
import { verbsFor, type MessageVerb } from '../../../db/domain/message-moves.ts';
import { flagsOf } from '../../../db/domain/message-state.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { findDeskMessage, type DeskMessage } from '../../../db/queries/desk-message.ts';
import type { ActContext } from '../../act-context.ts';
import { today } from '../../context.ts';
import type { Staff } from '../../staff.ts';
import { titleOf } from './title-of.ts';
import { moverOf } from './work-message.ts';

export type ShownMessage = Omit<DeskMessage, 'claim'> & {
  toTitle: string;
  flags: string[];
  /** Personal data found in title and text; places count UTF-16 units. */
  found: { title: PersonalData[]; text: PersonalData[] };
  /** Moves that this person may make from here. */
  verbs: MessageVerb[];
  /** Somebody else who has it at the moment. */
  heldBy: string | undefined;
  heldByMe: boolean;
};

/** A message with all that the desk needs to decide on it. @throws missing */
export async function showMessage(context: ActContext, staff: Staff, id: string): Promise<ShownMessage> {
  const found = await findDeskMessage(context.db, id);
  if (!found) throw new DomainError('missing', 'messageNotFound');
  const { claim, ...message } = found;
  const holder = claim && claim.until > context.clock.now().toISOString() ? claim.holder : undefined;
  const records = await context.records.current();
  return {
    ...message,
    toTitle: titleOf(records, message.to),
    flags: flagsOf({ ...message, answered: message.answers.length > 0 }, today(context)),
    found: { title: findPersonalData(message.title), text: findPersonalData(message.text) },
    verbs: staff.role === 'auditor' ? [] : verbsFor(message.state, moverOf(staff.role)),
    heldBy: holder === staff.actor ? undefined : holder?.replace('staff:', ''),
    heldByMe: holder === staff.actor,
  };
}
