import { flagsOf } from '../../db/domain/message-state.ts';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { findMessageByCode } from '../../db/queries/messages.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/**
 * What became of a message, for the holder of its receipt code.
 * @throws missing (no message has this code)
 */
export async function followMessage(context: ActContext, code: string): Promise<MessageStatus> {
  const found = await findMessageByCode(context.db, await context.keys.hashCode(code));
  if (!found) throw new DomainError('missing', 'receiptNotFound', { errors: [{ path: ['code'], code: 'receiptNotFound' }] });
  const { hidden, refusal, ...message } = found;
  const flags = flagsOf({ ...message, hidden, answered: message.answers.length > 0 }, today(context));
  return { ...message, flags, ...(refusal === null ? {} : { refusal }) };
}
