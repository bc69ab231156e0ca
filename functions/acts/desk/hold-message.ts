import { CLAIM_MINUTES } from '../../../db/domain/desk-queue.ts';
import { DomainError } from '../../../db/domain/problem.ts';
import { claimMessage } from '../../../db/queries/claims.ts';
import type { ActContext } from '../../act-context.ts';

/**
 * Makes a message this person's before they act on it, so that two do not write two answers.
 * @param asked.told true where claiming is the act itself and stands in the audit
 * @returns whether it was this person's before
 * @throws missing, conflict (somebody else has it)
 */
export async function holdMessage(
  context: ActContext,
  { id, actor, told = false }: { id: string; actor: string; told?: boolean },
): Promise<{ heldBefore: boolean }> {
  const entry = { at: context.clock.now().toISOString(), actor, act: 'claim-message', target: id };
  const { holder, before } = await claimMessage(context.db, { id, holder: actor, minutes: CLAIM_MINUTES, ...(told && { entry }) });
  if (holder === undefined) throw new DomainError('missing', 'messageNotFound');
  if (holder !== actor) throw new DomainError('conflict', 'heldByOther', { params: { name: holder.replace('staff:', '') } });
  return { heldBefore: before === actor };
}
