import { DomainError } from '../../db/domain/problem.ts';
import { stateOfWindow, type RatingResult } from '../../db/domain/rating.ts';
import { countRatings } from '../../db/queries/rating-tallies.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import type { ActContext } from '../act-context.ts';
import { entriesOf } from './check-ratings.ts';
import { freezeRatings } from './freeze-ratings.ts';
import { resultFrom } from './tally-rating.ts';

/**
 * How the rating of a report stands, as far as anyone may know. Whoever asks first after the end has the result frozen.
 * @throws missing (no such published report, or it is not rated here)
 */
export async function showRating(context: ActContext, reportId: string): Promise<RatingResult> {
  const { release, find } = await context.records.current();
  if (find('reports', reportId)?.status !== 'published') throw new DomainError('missing', 'reportNotFound');
  const minimum = release.site.minimumForPercentages;
  const [found] = await countRatings(context.db, reportId);
  if (!found) throw new DomainError('missing', 'ratingNotPlanned');
  const isDue = !found.window.frozen && stateOfWindow(found.window, found.now) === 'closed';
  if (isDue) await freezeRatings(context, minimum, reportId);
  const { window, now, n } = (isDue ? (await countRatings(context.db, reportId))[0] : undefined) ?? found;
  return resultFrom(window, now, n, minimum, entriesOf(await logRows(context.db, reportId)));
}
