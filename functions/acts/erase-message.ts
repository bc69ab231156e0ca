import { eraseContact, eraseEverything } from '../../db/queries/sender-acts.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';
import { ownMessage } from './own-message.ts';
import { withdrawMessage } from './withdraw-message.ts';

/**
 * The sender erases their contact, or all that they wrote (PIPL 47); then a message under way is withdrawn too. Done when
 * this returns, notices and photographs included; erasing twice changes nothing.
 * @throws missing
 */
export async function eraseMessage(context: ActContext, { code, what }: { code: string; what: 'contact' | 'all' }) {
  const own = await ownMessage(context, code);
  const at = context.clock.now().toISOString();
  if (what === 'contact') return eraseContact(context.db, { id: own.id, at });
  if (own.can.includes('withdraw')) await withdrawMessage(context, { id: own.id });
  return eraseEverything(context.db, { id: own.id, on: today(context), at });
}
