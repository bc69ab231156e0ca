/** The tally of a report's ratings (计票): the published counts, with the receipts that they are counted of. */
import { z } from 'zod';
import { ASPECTS, ratingResult, type Aspect, type GradeCounts, type Grades } from './rating.ts';
import { disagreement } from './rating-log.ts';
import { civilDate, id } from './record-fields.ts';

const batch = z.strictObject({
  batch: z.number().int().min(1),
  root: z.string(),
  /** SHA-256 of the 24 characters of each receipt, in order. */
  receipts: z.array(z.string()),
});

/** `/reports/ID/tally.json`: what anyone needs to count again. */
export const ratingTally = ratingResult
  .extend({
    schemaVersion: z.literal(1),
    report: id,
    asOf: civilDate,
    batches: z.array(batch),
    disagreements: z.array(disagreement),
  })
  .meta({ id: 'RatingTally', description: '一份述职报告网上测评的计票和全部回执' });
export type RatingTally = z.infer<typeof ratingTally>;

export type Counts = Partial<Record<Aspect, GradeCounts>>;

/** Counts grades per aspect. Never whole ballots: a rare pattern of grades could be a voter's signature. */
export function countGrades(ballots: Iterable<Grades>): Counts {
  const counts: Counts = {};
  for (const ballot of ballots)
    for (const aspect of ASPECTS) {
      const given = ballot[aspect];
      if (given === undefined) continue;
      const of = (counts[aspect] ??= { satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, unknown: 0 });
      of[given] += 1;
    }
  return counts;
}
