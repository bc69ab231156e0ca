import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { decideComment, ratingComments, type RatingComment } from '../../db/queries/rating-comments.ts';
import type { ActContext } from '../act-context.ts';
import { showRating } from './show-rating.ts';

export const commentDecision = z.strictObject({ id: z.string(), verdict: z.enum(['publish', 'refuse']) });

/** Publishes or refuses a comment on a report; it cannot be decided twice. @throws conflict */
export async function moderateComment(context: ActContext, input: z.input<typeof commentDecision>, actor: string): Promise<void> {
  const { id, verdict } = commentDecision.parse(input);
  const entry = { at: context.clock.now().toISOString(), actor, act: `${verdict}-comment`, target: id };
  const done = await decideComment(context.db, id, verdict === 'publish' ? 'published' : 'refused', entry);
  if (!done) throw new DomainError('conflict', 'commentDecided');
}

/** Comments that wait for the desk. */
export const waitingComments = ({ db }: Pick<ActContext, 'db'>): Promise<RatingComment[]> => ratingComments(db, 'waiting');

export const publicComments = z
  .object({ comments: z.array(z.string()) })
  .meta({ id: 'RatingComments', description: '审核后公开的附言，测评结束后才有，与等次无关' });

/** Published comments, once the window has closed with a result: before, a comment could sway those still to vote. @throws missing */
export async function showComments(context: ActContext, reportId: string): Promise<z.infer<typeof publicComments>> {
  const { state, hidden, disputed } = await showRating(context, reportId);
  if (state !== 'closed' || hidden || disputed) return { comments: [] };
  return { comments: (await ratingComments(context.db, 'published', reportId)).map(({ text }) => text) };
}
