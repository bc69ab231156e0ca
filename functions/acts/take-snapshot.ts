import { daysBetween } from '../../db/domain/civil-date.ts';
import type { Disagreement } from '../../db/domain/rating-log.ts';
import type { RatingTally } from '../../db/domain/rating-tally.ts';
import type { MessageFacts, RatingFacts, Snapshot } from '../../db/domain/snapshot.ts';
import { hallBallotRows } from '../../db/queries/hall-ballots.ts';
import { countMatters } from '../../db/queries/matters.ts';
import { proposalLetters } from '../../db/queries/proposal-letters.ts';
import { messageNumbers } from '../../db/domain/message-numbers.ts';
import { messageRows } from '../../db/queries/message-numbers.ts';
import { messageFacts } from '../../db/queries/public-messages.ts';
import { logRows } from '../../db/queries/rating-log.ts';
import { ratedReports } from '../../db/queries/rating-rows.ts';
import { countRatings } from '../../db/queries/rating-tallies.ts';
import type { ActContext } from '../act-context.ts';
import { logHolds, wrongSets } from './check-ratings.ts';
import { settleRatings } from './settle-ratings.ts';
import { tallyRating } from './tally-rating.ts';

/**
 * The facts about rows that static pages may print, as of a civil day: counts and medians, never a text. Ratings are
 * settled first, and all of them checked, so that every release says whether they still hold.
 * @param minimum ratings (or messages) below which nothing is broken down
 */
export async function takeSnapshot(
  context: Pick<ActContext, 'db' | 'keys'>,
  { asOf, minimum }: { asOf: string; minimum: number },
): Promise<Snapshot> {
  await settleRatings(context, minimum);
  const tallies = await tallyAll(context, minimum);
  const ballots = (await hallBallotRows(context.db)).filter(({ confirmedBy }) => confirmedBy !== null);
  const facts = await messageFacts(context.db);
  const perDeputy = Map.groupBy(
    facts.filter(({ to }) => to.startsWith('people:')),
    ({ to }) => to.slice('people:'.length).split('/')[0] ?? '',
  );
  return {
    schemaVersion: 1,
    asOf,
    ratings: Object.fromEntries(tallies.map((tally) => [tally.report, ratingFacts(tally)])),
    matters: await countMatters(context.db),
    hallBallots: Object.fromEntries(ballots.map(({ reportId, ballot }) => [reportId, ballot])),
    tallies,
    ratingsLog: (await logRows(context.db)).map(({ line }) => line),
    proposals: Object.fromEntries(await proposalLetters(context.db)),
    messageNumbers: messageNumbers(await messageRows(context.db), { asOf, minimum }),
    messages: { all: summary(facts), perDeputy: Object.fromEntries([...perDeputy].map(([id, own]) => [id, summary(own)])) },
  };
}

async function tallyAll(context: Pick<ActContext, 'db' | 'keys'>, minimum: number): Promise<RatingTally[]> {
  const windows = await countRatings(context.db);
  const known = new Set(windows.map(({ window }) => window.reportId));
  const general: Disagreement[] = [
    // Rows of ratings that no window ever allowed.
    ...((await ratedReports(context.db)).every((report) => known.has(report)) ? [] : (['window'] as const)),
    ...((await logHolds(context)) ? [] : (['log'] as const)),
    ...((await wrongSets(context)).length === 0 ? [] : (['codes'] as const)),
  ];
  const tallies: RatingTally[] = [];
  for (const { window, now } of windows) {
    const tally = await tallyRating(context, window, now, minimum);
    tallies.push({ ...tally, disagreements: [...new Set([...tally.disagreements, ...general])] });
    // A large vote takes a while to count again; requests go on in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return tallies;
}

// While a window is open a static page gives no number at all: it would be stale at once, and rounding is the API's.
function ratingFacts({ state, opensAt, closesAt, hidden, n, distribution, reason, disputed, disagreements }: RatingTally): RatingFacts {
  return {
    state,
    opensAt,
    closesAt,
    hidden,
    ...(state === 'closed' && n !== undefined && { n }),
    ...(distribution && { distribution }),
    ...(reason !== undefined && { reason }),
    ...((disputed || disagreements.length > 0) && { disputed: true }),
  };
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
