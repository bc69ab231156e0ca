import { DomainError } from '../../db/domain/problem.ts';
import { senderChoices, type SenderChoice } from '../../db/domain/sender-choices.ts';
import { findMessageByCode, type MessageCourse } from '../../db/queries/own-message.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

export type OwnCourse = MessageCourse & { can: SenderChoice[] };

/**
 * The message of a receipt code, and what its sender may still do.
 * @throws missing (no message has this code)
 */
export async function ownMessage(context: ActContext, code: string): Promise<OwnCourse> {
  const found = await findMessageByCode(context.db, await context.keys.hashCode(code));
  if (!found) throw new DomainError('missing', 'receiptNotFound', { errors: [{ path: ['code'], code: 'receiptNotFound' }] });
  const can = senderChoices(
    {
      ...found,
      answered: found.answers.length > 0,
      chased: found.chasedOn !== null,
      appealed: found.events.some(({ state }) => state === 'appealed'),
      additions: found.additions.length,
      textErased: found.text === '',
    },
    today(context),
  );
  return { ...found, can };
}

/** @throws refused: this can not be done, or not any more */
export function mustBeAbleTo(own: OwnCourse, choice: SenderChoice): void {
  if (!own.can.includes(choice)) throw new DomainError('refused', 'notNow');
}
