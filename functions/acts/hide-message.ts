import { DomainError } from '../../db/domain/problem.ts';
import type { HidingReason } from '../../db/domain/public-message.ts';
import { keepHiding } from '../../db/queries/publishing.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/** Hides a published message at once, for a reason that stands in its place. @throws conflict (nothing of it is public) */
export async function hideMessage(context: ActContext, { id, reason, actor }: { id: string; reason: HidingReason; actor: string }): Promise<void> {
  const entry = { at: context.clock.now().toISOString(), actor, act: 'hide-message', target: id };
  if (!(await keepHiding(context.db, { id, reason, on: today(context) }, entry))) throw new DomainError('conflict', 'notPublic');
}
