import { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import { stateOfWindow, windowState, type RatingNow, type WindowState } from '../../db/domain/rating.ts';
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
export async function showRating(context: ActContext, reportId: string): Promise<RatingNow> {
  const { release, find } = await context.records.current();
  if (find('reports', reportId)?.status !== 'published') throw new DomainError('missing', 'reportNotFound');
  const minimum = release.site.minimumForPercentages;
  const [found] = await countRatings(context.db, reportId);
  if (!found) throw new DomainError('missing', 'ratingNotPlanned');
  const isDue = !found.window.frozen && stateOfWindow(found.window, found.now) === 'closed';
  if (isDue) await freezeRatings(context, minimum, reportId);
  const { window, now, n } = (isDue ? (await countRatings(context.db, reportId))[0] : undefined) ?? found;
  const result = resultFrom(window, now, n, minimum, entriesOf(await logRows(context.db, reportId)));
  const published = await publishedState(context, reportId);
  return { ...result, asOf: now, ...(published !== undefined && { published: { state: published, at: release.builtAt } }) };
}

const publishedRatings = z.object({ items: z.array(z.object({ id: z.string(), state: windowState })) });

/** What the pages of the current release say: null where they know of no rating, undefined where they cannot be asked. */
async function publishedState({ records }: ActContext, reportId: string): Promise<WindowState | null | undefined> {
  const read = await records.file('data/ratings.json').catch(() => undefined);
  const items = publishedRatings.safeParse(read).data?.items;
  return items && (items.find(({ id }) => id === reportId)?.state ?? null);
}
