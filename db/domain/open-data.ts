/** Open data (开放数据) that is no record of its own: promises, ratings of reports, who has reported, progress against quotas. */
import { z } from 'zod';
import { PROMISE_STATES, promiseShape } from './promise.ts';
import { QUOTA_UNITS } from './quota.ts';
import { civilDate, id, innerId, mandateRef, ref } from './record-fields.ts';
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

/** How many deputies had reported at the end of a year, or by today; `id` is `TERM/YEAR`. */
export const publishedCoverage = z.strictObject({
  id: z.string().describe('届次编号/年份'),
  congress: ref('congresses'),
  term: ref('terms'),
  year: z.number().int(),
  asOf: civilDate.describe('截至哪一天'),
  planned: z.number().int().optional().describe('按规定到这时应当述职的百分比；规定没有分年计划的不写'),
  inOffice: z.number().int().describe('在任代表人数，包括暂停执行职务的'),
  leftOut: z.number().int().describe('其中暂不列为应述职的：暂停执行职务或者刚补选上任，而且还没有述职'),
  expected: z.number().int().describe('应述职人数'),
  reported: z.number().int().describe('已述职人数，一人只算一次'),
});
export type PublishedCoverage = z.infer<typeof publishedCoverage>;

/** Progress of a mandate against one item of a quota set in one year; `id` is `PERSON/MANDATE/YEAR/SET/CODE`. */
export const publishedProgress = z.strictObject({
  id: z.string().describe('代表编号/职务编号/年份/指标编号/代号'),
  mandate: mandateRef,
  year: z.number().int(),
  set: innerId.describe('哪一套指标，见本站设置'),
  code: innerId,
  unit: z.enum(QUOTA_UNITS),
  count: z.number().int().describe('这一年登记并确认的数'),
  minimum: z.number().int().describe('这一年要求的数，任职不满一年的已经折算；0 是不要求'),
  days: z.number().int().describe('这一年任职并适用这套指标的天数'),
  of: z.number().int().describe('这一年的天数'),
});
export type PublishedProgress = z.infer<typeof publishedProgress>;

export const DERIVED_KINDS = ['promises', 'ratings', 'report-coverage', 'duty-progress'] as const;
export type DerivedKind = (typeof DERIVED_KINDS)[number];
