/** Queues of the desk (待办): which messages wait for whom, and what a list of them tells. */
import { z } from 'zod';

/** `inHand`: taken up, with nobody yet. `silent`: handed to a deputy some days ago and nothing since. `toPublish` and `hidings` wait for a moderator. */
export const QUEUES = [
  'new',
  'lowTrust',
  'inHand',
  'nearTarget',
  'overdue',
  'waiting',
  'silent',
  'chased',
  'appeals',
  'toPublish',
  'hidings',
  'mine',
  'all',
] as const;
export type Queue = (typeof QUEUES)[number];

/** Days before the target from which a message is near it; days after which a deputy counts as silent. */
export const NEAR_DAYS = 3;
export const SILENT_DAYS = 7;
/** Minutes for which a message is somebody's alone. */
export const CLAIM_MINUTES = 30;
export const QUEUE_PAGE = 30;

export const queueQuestion = z.strictObject({
  queue: z.enum(QUEUES, { error: 'choice' }).default('new'),
  q: z.string().max(60, { error: 'tooLong' }).optional(),
  /** Only letters that say the same as this one. */
  alike: z.string().max(40, { error: 'tooLong' }).optional(),
  page: z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' }).max(10_000, { error: 'number' }).default(1),
});
export type QueueQuestion = z.infer<typeof queueQuestion>;
