import { DomainError } from '../../db/domain/problem.ts';
import { endHiding } from '../../db/queries/publishing.ts';
import type { ActContext } from '../act-context.ts';

/** Brings a hidden message back as it was published. @throws conflict (it is not hidden) */
export async function restoreMessage(context: Pick<ActContext, 'db' | 'clock'>, { id, actor }: { id: string; actor: string }): Promise<void> {
  const entry = { at: context.clock.now().toISOString(), actor, act: 'restore-message', target: id };
  if (!(await endHiding(context.db, id, entry))) throw new DomainError('conflict', 'notHidden');
}
