/** Online ratings as they stood when this release was made. */
import type { RatingTally } from '../../db/domain/rating-tally.ts';
import { lentSnapshot } from '../../db/records/lent.ts';
import { openCounty } from './county.ts';
import { reports } from './reports.ts';

/** Tallies of published reports by the report's id; none under `npm run dev`. */
export function ratingTallies(): Map<string, RatingTally> {
  const known = reports(openCounty());
  return new Map((lentSnapshot()?.tallies ?? []).filter(({ report }) => known.get(report)?.published).map((tally) => [tally.report, tally]));
}
