import { DomainError } from '../../db/domain/problem.ts';
import { dropSubmission as drop } from '../../db/queries/submissions.ts';
import type { ActContext } from '../act-context.ts';

/** A deputy takes back what the office has not decided yet. @throws conflict (decided, or not theirs) */
export async function dropSubmission(context: ActContext, { id, personId }: { id: string; personId: string }): Promise<void> {
  const entry = { at: context.clock.now().toISOString(), actor: `people:${personId}`, act: 'drop-submission', target: id };
  if (!(await drop(context.db, { id, personId }, entry))) throw new DomainError('conflict', 'submissionMovedOn');
}
