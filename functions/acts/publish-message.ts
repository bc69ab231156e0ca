import { DomainError } from '../../db/domain/problem.ts';
import { keepPublicVersion, type PublicVersion } from '../../db/queries/publishing.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

/**
 * Publishes a message in the version given, personal data masked, with those answers that are given too. A second time
 * replaces the version.
 * @param asked.name what its sender wants to be called; it stands there only if they wished so
 * @throws refused (no consent, hidden, or a state that is not public)
 */
export async function publishMessage(context: ActContext, { actor, ...asked }: Omit<PublicVersion, 'on'> & { actor: string }): Promise<void> {
  const entry = { at: context.clock.now().toISOString(), actor, act: 'publish-message', target: asked.id };
  if (!(await keepPublicVersion(context.db, { ...asked, on: today(context) }, entry))) throw new DomainError('refused', 'notToBePublished');
}
