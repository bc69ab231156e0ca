/** The states of a message (留言的状态), and the flags that its dates give it. */
import { z } from 'zod';

export const MESSAGE_STATES = [
  'submitted',
  'accepted',
  'refused',
  'redirected',
  'forwarded',
  'answered',
  'reopened',
  'appealed',
  'closed',
  'withdrawn',
  'expired',
  'converted',
] as const;
export const messageState = z.enum(MESSAGE_STATES);
export type MessageState = z.infer<typeof messageState>;

/** States in which somebody still owes the sender an answer or a decision. */
export const WAITING_STATES = ['submitted', 'accepted', 'redirected', 'forwarded', 'reopened', 'appealed'] as const satisfies readonly MessageState[];

/** States in which a message that was published may stand on the site. */
export const PUBLIC_STATES = ['accepted', 'forwarded', 'answered', 'reopened', 'closed', 'converted'] as const satisfies readonly MessageState[];

/** Days before the target from which a message counts as near it. */
const NEAR_TARGET_DAYS = 3;

export type MessageFlag = 'hidden' | 'silent' | 'nearTarget' | 'overdue';

const WAITING: ReadonlySet<MessageState> = new Set(WAITING_STATES);

/** True while an answer or a decision is owed. */
export const isWaiting = (state: MessageState): boolean => WAITING.has(state);

/** Flags on a civil day; the target is a service promise, not a legal deadline. */
export function flagsOf(message: { state: MessageState; hidden: boolean; answered: boolean; expectedBy: string }, today: string): MessageFlag[] {
  const flags: MessageFlag[] = message.hidden ? ['hidden'] : [];
  if (message.answered || !isWaiting(message.state)) return flags;
  flags.push('silent');
  if (today > message.expectedBy) flags.push('overdue');
  else if (Date.parse(message.expectedBy) - Date.parse(today) <= NEAR_TARGET_DAYS * 86_400_000) flags.push('nearTarget');
  return flags;
}
