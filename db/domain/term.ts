/** A term of a congress (届), from its first session to the first session of the next, and the sessions in it (次会议). */
import { z } from 'zod';
import { civilDate, dateOrUnknown, id, line, mandateRef, ref } from './record-fields.ts';

/**
 * A liaison list (常委会组成人员联系代表): the deputies with whom a member of the standing committee, in a township of the
 * presidium, keeps in touch. Dated, because lists change within a term.
 */
const liaison = z.strictObject({
  member: mandateRef.describe('常委会组成人员（乡镇为主席团成员）'),
  from: civilDate.describe('从何时起联系'),
  to: civilDate.optional().describe('名单改动时，写到哪一天为止，另写一条新的'),
  deputies: z.array(mandateRef).min(1).max(60).describe('联系哪些代表'),
});

export const termShape = z.strictObject({
  id,
  congress: ref('congresses'),
  ordinal: z.number().int().min(1).max(99).describe('第几届'),
  start: dateOrUnknown.describe('本届第一次会议的日期'),
  end: dateOrUnknown.optional().describe('下一届第一次会议的日期；现任届次不填'),
  quota: z.number().int().min(1).max(3000).optional().describe('代表名额，一届不变'),
  reserve: z.number().int().min(0).default(0).describe('预留名额'),
  sessions: z
    .array(
      z.strictObject({
        ordinal: z.number().int().min(1).max(99).describe('第几次会议；另外编号的临时会议从 51 起，名称写在 title'),
        title: line(60).optional().describe('名称与“第…次会议”不同时填写'),
        start: dateOrUnknown,
        end: civilDate.optional(),
      }),
    )
    .default([]),
  liaison: z.array(liaison).default([]).describe('常委会组成人员联系代表名单'),
});
export type Term = z.infer<typeof termShape>;
export type Session = Term['sessions'][number];
