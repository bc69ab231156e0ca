import { DomainError } from '../../../db/domain/problem.ts';
import { keepAudit } from '../../../db/queries/audit.ts';
import { findSealedSender } from '../../../db/queries/desk-message.ts';
import type { ActContext } from '../../act-context.ts';

/** Name and contact of who wrote, for somebody who must reach them; that they were looked at stands in the audit first. @throws missing */
export async function showSender(context: ActContext, { id, actor }: { id: string; actor: string }): Promise<{ name?: string; contact?: string }> {
  const sealed = await findSealedSender(context.db, id);
  if (sealed === undefined) throw new DomainError('missing', 'noSender');
  await keepAudit(context.db, { at: context.clock.now().toISOString(), actor, act: 'show-sender', target: id });
  return (await context.keys.open(sealed, id)) as { name?: string; contact?: string };
}
