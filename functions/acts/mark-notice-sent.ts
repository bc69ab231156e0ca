import { DomainError } from '../../db/domain/problem.ts';
import { markSentByHand } from '../../db/queries/outbox.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/** Marks a notice as sent by a person of the desk, once; its words and address are erased. @throws conflict where it was not waiting */
export async function markNoticeSent(context: ActContext, { id, actor }: { id: string; actor: string }): Promise<void> {
  const audit = { at: context.clock.now().toISOString(), actor, act: 'mark-notice-sent', target: id };
  if (!(await markSentByHand(context.db, { id, on: today(context), audit }))) throw new DomainError('conflict', 'noticeNotWaiting');
}
