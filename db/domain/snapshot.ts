/** The snapshot (行数据快照): what static pages may say about rows. Counts only, never a text. */
import { z } from 'zod';
import { messageNumbersShape } from './message-numbers.ts';
import { civilDate } from './record-fields.ts';
import { hallBallot } from './hall-ballot.ts';
import { matterCounts } from './matter.ts';
import { gradeCounts, windowState } from './rating.ts';
import { ratingTally } from './rating-tally.ts';

/** A report's rating: counts per grade only once closed, and only from the minimum on. */
const ratingFacts = z.object({
  state: windowState,
  opensAt: z.string(),
  closesAt: z.string(),
  n: z.number().int().optional(),
  hidden: z.boolean(),
  distribution: z.record(z.string(), gradeCounts).optional(),
  reason: z.string().optional().describe('作废的原因'),
  /** True where rows, keyed sums and log disagree. */
  disputed: z.boolean().optional().describe('核对不符，结果不公布'),
});
export type RatingFacts = z.infer<typeof ratingFacts>;

/** A deputy's messages: received and taken up, answered, and the median days to the first answer. */
const messageFacts = z.object({ received: z.number().int(), answered: z.number().int(), medianDays: z.number().nullable() });
export type MessageFacts = z.infer<typeof messageFacts>;

export const snapshotShape = z.object({
  schemaVersion: z.literal(1),
  asOf: civilDate,
  ratings: z.record(z.string(), ratingFacts),
  auditHead: z.object({ seq: z.number().int(), hash: z.string() }).optional(),
  /** Matters that came by another way than the site, by source and outcome. */
  matters: matterCounts.optional(),
  /** Paper ballots that the desk entered and a second person confirmed, by report. */
  hallBallots: z.record(z.string(), hallBallot).default({}),
  /** What `/reports/ID/tally.json` says. */
  tallies: z.array(ratingTally).default([]),
  /** The lines of `/data/ratings-log.jsonl`. */
  ratingsLog: z.array(z.string()).default([]),
  /** Messages that proposals began with, by the proposal's id; `shown` are those that are public. */
  proposals: z.record(z.string(), z.object({ messages: z.number().int(), shown: z.array(z.object({ id: z.string(), on: civilDate })) })).default({}),
  messages: z.object({ all: messageFacts, perDeputy: z.record(z.string(), messageFacts) }),
  messageNumbers: messageNumbersShape.optional(),
});
export type Snapshot = z.infer<typeof snapshotShape>;
