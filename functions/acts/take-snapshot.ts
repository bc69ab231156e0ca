import { daysBetween } from '../../db/domain/civil-date.ts';
import { publicResult } from '../../db/domain/rating.ts';
import type { MessageFacts, RatingFacts, Snapshot } from '../../db/domain/snapshot.ts';
import { messageFacts } from '../../db/queries/public-messages.ts';
import { tallyRatings, type RatingTally } from '../../db/queries/rating-tallies.ts';
import type { Database } from '../../db/remote.ts';

/**
 * The facts about rows that static pages may print, as of a civil day: counts and medians, never a text.
 * @param minimum ratings (or messages) below which nothing is broken down
 */
export async function takeSnapshot({ db }: { db: Database }, { asOf, minimum }: { asOf: string; minimum: number }): Promise<Snapshot> {
  const [tallies, facts] = await Promise.all([tallyRatings(db), messageFacts(db)]);
  const perDeputy = Map.groupBy(
    facts.filter(({ to }) => to.startsWith('people:')),
    ({ to }) => to.slice('people:'.length).split('/')[0] ?? '',
  );
  return {
    schemaVersion: 1,
    asOf,
    ratings: Object.fromEntries(tallies.map((tally) => [tally.window.reportId, ratingFacts(tally, minimum)])),
    messages: { all: summary(facts), perDeputy: Object.fromEntries([...perDeputy].map(([id, own]) => [id, summary(own)])) },
  };
}

// While a window is open a static page gives no number at all: it would be stale at once, and rounding is the API's.
function ratingFacts({ window, now, n, counts }: RatingTally, minimum: number): RatingFacts {
  const { minimum: _, n: shown, ...result } = publicResult(window, now, n, counts, minimum);
  return result.state === 'closed' && shown !== undefined ? { ...result, n: shown } : result;
}

function summary(facts: { submittedOn: string; answeredOn: string | null }[]): MessageFacts {
  const days = facts
    .flatMap(({ submittedOn, answeredOn }) => (answeredOn === null ? [] : [daysBetween(submittedOn, answeredOn)]))
    .toSorted((a, b) => a - b);
  return { received: facts.length, answered: days.length, medianDays: median(days) };
}

function median(sorted: number[]): number | null {
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}
