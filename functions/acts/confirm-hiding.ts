import { DomainError } from '../../db/domain/problem.ts';
import { keepConfirmation } from '../../db/queries/publishing.ts';
import type { ActContext } from '../act-context.ts';

/** A second person confirms that a message stays hidden. @throws refused (not hidden, confirmed before, or hidden by the same person) */
export async function confirmHiding(context: ActContext, { id, actor }: { id: string; actor: string }): Promise<void> {
  const entry = { at: context.clock.now().toISOString(), actor, act: 'confirm-hiding', target: id };
  if (!(await keepConfirmation(context.db, id, entry))) throw new DomainError('refused', 'secondPersonNeeded');
}
