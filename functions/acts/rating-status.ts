import { namedReport } from '../../db/domain/release.ts';
import type { WindowState } from '../../db/domain/rating.ts';
import { stateOfWindow } from '../../db/domain/rating.ts';
import { codeSets, type KeptSet } from '../../db/queries/codes.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import { ratingRows, ratedReports } from '../../db/queries/rating-rows.ts';
import { countRatings } from '../../db/queries/rating-tallies.ts';
import type { Disagreement } from '../../db/domain/rating-log.ts';
import { hallBallotRows, type KeptBallot } from '../../db/queries/hall-ballots.ts';
import type { RatingComment } from '../../db/queries/rating-comments.ts';
import type { ActContext } from '../act-context.ts';
import { waitingComments } from './moderate-comment.ts';
import { disagreementsOf, entriesOf, logHolds, wrongSets } from './check-ratings.ts';

export type RatingStatus = {
  windows: { reportId: string; title: string; state: WindowState; opensAt: string; closesAt: string; n: number; disagreements: Disagreement[] }[];
  sets: (KeptSet & { wrong: boolean })[];
  /** Paper ballots; those that wait name who entered them. */
  ballots: KeptBallot[];
  /** Comments that wait for a decision. */
  comments: RatingComment[];
  /** Reports that may be rated. */
  reports: { id: string; title: string }[];
  /** Reports that have rows of ratings, but no window. */
  stray: string[];
  logHolds: boolean;
};

/** Every window and every printing as it stands, checked against keyed sums and log. Even the desk is told n in tens only. */
export async function ratingStatus(context: ActContext): Promise<RatingStatus> {
  const { db } = context;
  const { release, find } = await context.records.current();
  const reports = release.items.filter(({ kind, status }) => kind === 'reports' && status === 'published');
  const titleOf = (id: string): string => {
    const report = find('reports', id);
    return report ? namedReport(report, find('people', report.of?.split(/[:/]/)[1] ?? '')) : id;
  };
  const [counts, sets, wrong, rated] = [await countRatings(db), await codeSets(db), await wrongSets(context), await ratedReports(db)];
  const windows: RatingStatus['windows'] = [];
  for (const { window, now, n } of counts) {
    const { reportId, opensAt, closesAt } = window;
    const state = stateOfWindow(window, now);
    const disagreements = disagreementsOf(context, reportId, await ratingRows(db, reportId), window, entriesOf(await logRows(db, reportId)));
    windows.push({ reportId, title: titleOf(reportId), state, opensAt, closesAt, n: n - (n % 10), disagreements });
  }
  return {
    windows,
    sets: sets.map((set) => ({ ...set, wrong: wrong.includes(set.id) })),
    ballots: await hallBallotRows(db),
    comments: await waitingComments(context),
    reports: reports.map(({ id }) => ({ id, title: titleOf(id) })),
    stray: rated.filter((report) => !counts.some(({ window }) => window.reportId === report)),
    logHolds: await logHolds(context),
  };
}
