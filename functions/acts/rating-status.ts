import type { WindowState } from '../../db/domain/rating.ts';
import { stateOfWindow } from '../../db/domain/rating.ts';
import { codeSets, type KeptSet } from '../../db/queries/codes.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import { ratingRows, ratedReports } from '../../db/queries/rating-rows.ts';
import { countRatings } from '../../db/queries/rating-tallies.ts';
import type { Disagreement } from '../../db/domain/rating-log.ts';
import type { ActContext } from '../act-context.ts';
import { disagreementsOf, entriesOf, logHolds, wrongSets } from './check-ratings.ts';

export type RatingStatus = {
  windows: { reportId: string; title: string; state: WindowState; opensAt: string; closesAt: string; n: number; disagreements: Disagreement[] }[];
  sets: (KeptSet & { wrong: boolean })[];
  /** Reports that have rows of ratings, but no window. */
  stray: string[];
  logHolds: boolean;
};

/** Every window and every printing as it stands, checked against keyed sums and log. For the desk: it tells n exactly in tens only. */
export async function ratingStatus(context: ActContext): Promise<RatingStatus> {
  const { db } = context;
  const { find } = await context.records.current();
  const [counts, sets, wrong, rated] = [await countRatings(db), await codeSets(db), await wrongSets(context), await ratedReports(db)];
  const windows: RatingStatus['windows'] = [];
  for (const { window, now, n } of counts) {
    const { reportId, opensAt, closesAt } = window;
    const state = stateOfWindow(window, now);
    const disagreements = disagreementsOf(context, reportId, await ratingRows(db, reportId), window, entriesOf(await logRows(db, reportId)));
    windows.push({ reportId, title: find('reports', reportId)?.title ?? '', state, opensAt, closesAt, n: n - (n % 10), disagreements });
  }
  return {
    windows,
    sets: sets.map((set) => ({ ...set, wrong: wrong.includes(set.id) })),
    stray: rated.filter((report) => !counts.some(({ window }) => window.reportId === report)),
    logHolds: await logHolds(context),
  };
}
