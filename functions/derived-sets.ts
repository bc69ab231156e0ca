import type { DerivedKind, PublishedPromise, PublishedRating } from '../db/domain/open-data.ts';
import { promiseDue, promiseState } from '../db/domain/promise.ts';
import { isKnown } from '../db/domain/record-fields.ts';
import { repliesByProposal, type Records } from '../db/domain/records.ts';
import type { RatingTally } from '../db/domain/rating-tally.ts';
import type { Snapshot } from '../db/domain/snapshot.ts';
import { newestDate, type DataSet } from './data-sets.ts';
import { coverageItems, progressItems } from './duty-sets.ts';

/** Promises, ratings and what is counted of the duty log, as files of their own, so that nobody has to dig them out. */
export const derivedSets = (published: Records, snapshot: Snapshot | undefined, today: string): Map<DerivedKind, DataSet<DerivedKind>> => {
  const { licence } = published.site;
  const promises = promisesOf(published, today);
  const ratings = ratingsOf(published, snapshot);
  const [coverage, progress] = [coverageItems(published, today), progressItems(published, today)];
  return new Map([
    ['promises', { schemaVersion: 1, kind: 'promises', date: newestDate(promises, today), licence, items: promises }],
    ['ratings', { schemaVersion: 1, kind: 'ratings', date: ratings.length > 0 ? (snapshot?.asOf ?? null) : null, licence, items: ratings }],
    ['report-coverage', { schemaVersion: 1, kind: 'report-coverage', date: newestDate(coverage, today), licence, items: byId(coverage) }],
    ['duty-progress', { schemaVersion: 1, kind: 'duty-progress', date: progress.length > 0 ? today : null, licence, items: byId(progress) }],
  ]);
};

const promisesOf = (published: Records, today: string): PublishedPromise[] =>
  byId(
    [...repliesByProposal(published).values()].flat().flatMap((reply) =>
      reply.promises.map((promise) => ({
        ...promise,
        id: `${reply.id}/${promise.id}`,
        reply: `replies:${reply.id}`,
        proposal: reply.proposal,
        ...(!promise.unit && isKnown(reply.unit) && { unit: reply.unit }),
        due: promiseDue(promise, today),
        state: promiseState(promise, today),
      })),
    ),
  );

const ratingsOf = ({ reports }: Records, snapshot: Snapshot | undefined): PublishedRating[] =>
  byId(
    Object.entries(snapshot?.ratings ?? {})
      .filter(([id]) => reports.has(id))
      .map(([id, facts]) => ({ id, report: `reports:${id}`, ...facts })),
  );

/** The tallies of reports that are published, in the order of their ids. */
export const publishedTallies = ({ reports }: Records, snapshot: Snapshot | undefined): RatingTally[] =>
  (snapshot?.tallies ?? []).filter(({ report }) => reports.has(report)).toSorted((a, b) => (a.report < b.report ? -1 : 1));

const byId = <T extends { id: string }>(items: T[]): T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
