/** A deputy (人大代表) as a person; the mandates say where, since when and how elected. No key exists here for what is never public. */
import { z } from 'zod';
import { civilDate, dateOrUnknown, id, innerId, line, prose, ref, unknown } from './record-fields.ts';

export const TERMINATION_REASONS = [
  'movedOut',
  'resigned',
  'orderedResignation',
  'absentTwice',
  'recalled',
  'lostNationality',
  'lostPoliticalRights',
  'lostCapacity',
] as const;

const event = <K extends string>(kind: K) => ({
  kind: z.literal(kind),
  on: civilDate,
  announcement: ref('announcements').optional().describe('公告'),
});

/** What happened to a mandate after the election, as dated events. */
const mandateEvent = z.discriminatedUnion('kind', [
  z.strictObject(event('confirmed')),
  z.strictObject(event('suspended')),
  z.strictObject(event('restored')),
  z.strictObject(event('resigned')),
  z.strictObject(event('recalled')),
  z.strictObject({ ...event('terminated'), reason: z.enum(TERMINATION_REASONS) }),
  z.strictObject(event('deceased')),
]);
export type MandateEvent = z.infer<typeof mandateEvent>;

/** A deputy's mandate (代表职务) in one term of one congress; exactly one of constituency and electoralUnit. */
export const mandateShape = z.strictObject({
  id: innerId,
  term: ref('terms'),
  constituency: z
    .union([ref('constituencies'), unknown], { error: 'constituencyOrUnknown' })
    .optional()
    .describe('选区：直接选举'),
  electoralUnit: ref('electoral-units').optional().describe('选举单位：间接选举'),
  electedBy: z.enum(['general', 'byElection']).default('general').describe('换届选举或补选'),
  electedOn: dateOrUnknown.describe('当选日期'),
  roles: z
    .array(z.strictObject({ title: line(40).describe('例如常委会委员'), from: civilDate, to: civilDate.optional() }))
    .default([])
    .describe('在人大担任的职务'),
  station: ref('stations').optional().describe('所在联络站'),
  events: z.array(mandateEvent).default([]),
});
export type Mandate = z.infer<typeof mandateShape>;

export const personShape = z.strictObject({
  id,
  name: z
    .string()
    .min(2)
    .max(40)
    .regex(/^[\p{L}\p{N}\p{M}·•\u{25A1}\u{3013} .'-]+$/u, { error: 'personName' }),
  marker: line(10).optional().describe('同名代表的区别，例如（女）或地名'),
  gender: z.enum(['male', 'female']).optional(),
  ethnicity: line(10).optional().describe('民族，例如汉族'),
  party: line(20).optional().describe('党派'),
  workUnit: line(60).optional().describe('工作单位'),
  post: line(40).optional().describe('职务'),
  education: line(20).optional(),
  category: z.enum(['official', 'entrepreneur', 'professional', 'worker', 'farmer', 'other']).optional().describe('代表类别'),
  photo: z
    .strictObject({
      file: z.string().regex(/^[a-z0-9-]{2,60}\.(jpg|png|webp)$/, { error: 'photoFile' }),
      alternative: line(60).describe('照片的文字说明'),
    })
    .optional(),
  contact: z
    .strictObject({ phone: line(30).optional().describe('工作或值班电话，不填私人手机'), email: z.email().optional() })
    .optional()
    .describe('本人同意公开的联系方式'),
  honours: z.array(z.strictObject({ year: z.number().int(), title: line(60) })).default([]),
  mandates: z.array(mandateShape).min(1),
  body: prose(4000).describe('简介'),
});
export type Person = z.infer<typeof personShape>;
