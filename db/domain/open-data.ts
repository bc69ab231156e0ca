/** Open data (开放数据) that is no record of its own: promises, taken out of the replies, and voters' ratings of reports. */
import { z } from 'zod';
import { PROMISE_STATES, promiseShape } from './promise.ts';
import { id, ref } from './record-fields.ts';
import { snapshotShape } from './snapshot.ts';

/** A promise with where it stands; `id` is `REPLY/PROMISE`, `due` the date now in force. */
export const publishedPromise = promiseShape.extend({
  id: z.string().describe('答复编号/承诺编号'),
  reply: ref('replies'),
  proposal: ref('proposals'),
  state: z.enum(PROMISE_STATES),
});
export type PublishedPromise = z.infer<typeof publishedPromise>;

/** What anyone may know of the rating of a report; `id` is the report's. */
export const publishedRating = snapshotShape.shape.ratings.valueType.extend({ id, report: ref('reports') });
export type PublishedRating = z.infer<typeof publishedRating>;

export const DERIVED_KINDS = ['promises', 'ratings'] as const;
export type DerivedKind = (typeof DERIVED_KINDS)[number];
