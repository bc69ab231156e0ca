import { DomainError } from '../../db/domain/problem.ts';
import { publicResult, type RatingResult } from '../../db/domain/rating.ts';
import { tallyRatings } from '../../db/queries/rating-tallies.ts';
import type { ActContext } from '../act-context.ts';

/**
 * How the rating of a report stands, as far as anyone may know.
 * @throws missing (no such published report, or it is not rated here)
 */
export async function showRating(context: ActContext, reportId: string): Promise<RatingResult> {
  const { release, find } = await context.records.current();
  if (find('reports', reportId)?.status !== 'published') throw new DomainError('missing', 'reportNotFound');
  const [tally] = await tallyRatings(context.db, reportId);
  if (!tally) throw new DomainError('missing', 'ratingNotPlanned');
  return publicResult(tally.window, tally.now, tally.n, tally.counts, release.site.minimumForPercentages);
}
