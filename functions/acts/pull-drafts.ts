import { z } from 'zod';
import { PULLED_KINDS } from '../../db/domain/submission.ts';
import { decideSubmission, listSubmissions, type Submission } from '../../db/queries/submissions.ts';
import type { ActContext } from '../act-context.ts';
import { today } from '../context.ts';

const MOST = 500;

/** What is confirmed and not yet in the records, the oldest first. */
export const listDrafts = ({ db }: Pick<ActContext, 'db'>): Promise<Submission[]> => listSubmissions(db, 'confirmed', PULLED_KINDS, MOST);

export const draftsPulled = z.strictObject({ items: z.array(z.strictObject({ id: z.string(), version: z.number().int() })).max(MOST) });

/** Marks what stands in the records now. @returns how many were not marked before */
export async function markPulled(context: Pick<ActContext, 'db' | 'clock' | 'settings'>, { items }: z.infer<typeof draftsPulled>): Promise<number> {
  let marked = 0;
  for (const { id, version } of items) {
    const entry = { at: context.clock.now().toISOString(), actor: 'cli', act: 'pull-draft', target: id };
    if (await decideSubmission(context.db, { id, version, from: 'confirmed', to: 'pulled', on: today(context) }, entry)) marked += 1;
  }
  return marked;
}
