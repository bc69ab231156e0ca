/** Online ratings as they stood when this release was made. */
import { BALLOT_FIELDS, type HallBallot } from '../../db/domain/hall-ballot.ts';
import type { RatingTally } from '../../db/domain/rating-tally.ts';
import type { Report } from '../../db/domain/report.ts';
import { lentSnapshot } from '../../db/records/lent.ts';
import { openCounty } from './county.ts';
import { reports } from './reports.ts';

/** Tallies of published reports by the report's id; none under `npm run dev`. */
export function ratingTallies(): Map<string, RatingTally> {
  const known = reports(openCounty());
  return new Map((lentSnapshot()?.tallies ?? []).filter(({ report }) => known.get(report)?.published).map((tally) => [tally.report, tally]));
}

/**
 * The paper ballot of a report. A record's own statement, which seals vouch for, comes before what the desk entered;
 * where both are there and differ the page says so.
 */
export function hallBallotOf(report: Report): { ballot: HallBallot; differs: boolean } | undefined {
  const entered = lentSnapshot()?.hallBallots[report.id];
  const ballot = report.hallBallot ?? entered;
  const same = (one: HallBallot, other: HallBallot): boolean => BALLOT_FIELDS.every((field) => (one[field] ?? 0) === (other[field] ?? 0));
  return ballot && { ballot, differs: entered !== undefined && !same(ballot, entered) };
}
