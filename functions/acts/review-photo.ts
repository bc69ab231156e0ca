import { DomainError } from '../../db/domain/problem.ts';
import { markPhoto } from '../../db/queries/photos.ts';
import type { ActContext } from '../act-context.ts';

/** A moderator shows a photograph beside the published message, or takes it back. @throws missing */
export async function reviewPhoto(context: ActContext, { id, shown, actor }: { id: string; shown: boolean; actor: string }): Promise<void> {
  const entry = { at: context.clock.now().toISOString(), actor, act: shown ? 'show-photo' : 'withhold-photo', target: id };
  if (!(await markPhoto(context.db, { id, shown }, entry))) throw new DomainError('missing', 'messageNotFound');
}
