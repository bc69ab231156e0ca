import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { longText } from '../../db/domain/text.ts';
import { decideSubmission, findSubmission } from '../../db/queries/submissions.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

export const returning = z.strictObject({ id: z.string(), seen: z.number({ error: 'number' }).int().min(1), reason: longText(1000) });

/** Gives a submission back to its deputy, saying why. @throws missing, conflict (decided or changed meanwhile) */
export async function returnSubmission(
  context: ActContext,
  { id, seen, reason, actor }: z.infer<typeof returning> & { actor: string },
): Promise<void> {
  if (!(await findSubmission(context.db, id))) throw new DomainError('missing', 'submissionNotFound');
  const entry = { at: context.clock.now().toISOString(), actor, act: 'return-submission', target: id };
  const decision = { id, version: seen, from: 'waiting', to: 'returned', reason, on: today(context) } as const;
  if (!(await decideSubmission(context.db, decision, entry))) throw new DomainError('conflict', 'submissionMovedOn');
}
