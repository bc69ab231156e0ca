/** Group commit: ratings that wait at the same time share one transaction, and so one wait for the disk. */
import { keepRatingGroup } from '../../db/queries/rating-groups.ts';
import { keepRating, type RatingOutcome, type RatingToKeep } from '../../db/queries/ratings.ts';
import type { Database } from '../../db/remote.ts';

export type KeepRating = (rating: RatingToKeep) => Promise<RatingOutcome>;

const LARGEST_GROUP = 100;

type Waiting = { rating: RatingToKeep; resolve: (outcome: RatingOutcome) => void; reject: (error: unknown) => void };

/** Keeps ratings one transaction each on a remote database, in groups on an embedded one. */
export function createRatingWriter(db: Database): KeepRating {
  // A Worker may not finish one request's work inside another's, so there is nothing to group there.
  if (!db.embedded) return (rating) => keepRating(db, rating);
  let waiting: Waiting[] = [];
  let working = false;

  async function work(): Promise<void> {
    working = true;
    while (waiting.length > 0) {
      // One turn of the event loop lets requests that have already arrived join.
      await new Promise((resolve) => setImmediate(resolve));
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      await keepGroup(db, group);
    }
    working = false;
  }

  return (rating) =>
    new Promise((resolve, reject) => {
      waiting.push({ rating, resolve, reject });
      if (!working) void work();
    });
}

async function keepGroup(db: Database, group: Waiting[]): Promise<void> {
  try {
    const outcomes = await keepRatingGroup(
      db,
      group.map(({ rating }) => rating),
    );
    group.forEach(({ resolve }, place) => resolve(outcomes[place] as RatingOutcome));
  } catch (error) {
    const only = group.length === 1 ? group[0] : undefined;
    if (only) return only.reject(error);
    // One rating's fault must not be another's: after a rollback each is tried alone.
    for (const one of group) await keepGroup(db, [one]);
  }
}
