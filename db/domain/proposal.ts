/** A proposal (代表建议、批评和意见) of one or several deputies, and the dated history of its handling. */
import { z } from 'zod';
import { attachment, civilDate, dateOrUnknown, id, innerId, line, mandateRef, prose, ref, sessionRef } from './record-fields.ts';
import { disclosure } from './disclosure.ts';

export const NOT_ACCEPTED_REASONS = [
  'privateMatter',
  'ownUnit',
  'forwardedPetition',
  'pendingCase',
  'tender',
  'academic',
  'promotion',
  'notConcrete',
  'legalQuestion',
  'otherBody',
] as const;
export const HANDLING_ROLES = ['independent', 'lead', 'co', 'separate'] as const;

const assignees = z.array(z.strictObject({ unit: ref('units'), role: z.enum(HANDLING_ROLES) })).min(1);

/** What happened to a proposal, besides its replies. `on` is the civil date of the event. */
export const proposalEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('registered'), on: civilDate }),
  z.strictObject({ kind: z.literal('acknowledged'), on: civilDate }),
  z.strictObject({ kind: z.literal('assigned'), on: civilDate, to: assignees }),
  z.strictObject({
    kind: z.literal('returned'),
    on: civilDate,
    unit: ref('units'),
    reason: line(300),
    accepted: z.boolean().describe('是否同意退办'),
  }),
  z.strictObject({ kind: z.literal('reassigned'), on: civilDate, to: assignees, reason: line(300).optional() }),
  z.strictObject({ kind: z.literal('extended'), on: civilDate, reason: line(300), approvedBy: line(60), told: line(60).describe('告知了谁') }),
  z.strictObject({ kind: z.literal('consulted'), on: civilDate, unit: ref('units'), form: z.enum(['faceToFace', 'phone', 'letter']) }),
  z.strictObject({ kind: z.literal('supervised'), on: civilDate, by: line(60), what: line(300) }),
  z.strictObject({ kind: z.literal('rehandling'), on: civilDate, reason: line(300) }),
  z.strictObject({ kind: z.literal('closed'), on: civilDate }),
  z.strictObject({ kind: z.literal('notAccepted'), on: civilDate, reason: z.enum(NOT_ACCEPTED_REASONS), note: line(300).optional() }),
  z.strictObject({ kind: z.literal('withdrawn'), on: civilDate, reason: line(300).optional() }),
  z.strictObject({ kind: z.literal('merged'), on: civilDate, into: ref('proposals') }),
  z.strictObject({ kind: z.literal('passedUp'), on: civilDate, to: line(60).describe('转给哪一级、哪个单位') }),
]);
export type ProposalEvent = z.infer<typeof proposalEvent>;

export const proposalShape = z.strictObject({
  id,
  draft: z.literal(true).optional().describe('草稿：不公开；定稿时删去这一行'),
  number: line(30).describe('登记编号，只作标签'),
  title: line(300),
  kind: z.enum(['suggestion', 'motion', 'motionConverted']).default('suggestion').describe('建议、议案、议案转建议'),
  term: ref('terms'),
  session: sessionRef.optional().describe('会议期间提出的，填哪次会议；闭会期间不填'),
  submittedOn: dateOrUnknown,
  lead: mandateRef.describe('领衔代表'),
  coSigners: z.array(mandateRef).default([]).describe('附议代表'),
  topic: innerId.optional().describe('分类，见本站设置'),
  keySupervision: z
    .strictObject({ by: line(60), on: civilDate })
    .optional()
    .describe('重点督办'),
  jointReview: z
    .strictObject({
      on: civilDate,
      panel: line(200),
      criteria: line(200),
      grades: z.array(z.strictObject({ label: line(20), count: z.number().int().min(0) })).default([]),
      verdict: line(300),
    })
    .optional()
    .describe('联合评审'),
  events: z.array(proposalEvent).default([]).describe('办理过程，按日期'),
  disclosure: disclosure.default('full'),
  attachments: z.array(attachment).default([]),
  asPublished: z
    .array(z.strictObject({ label: line(60), text: prose(2000), source: line(200) }))
    .default([])
    .describe('原始材料中的说法，照录'),
  body: prose(60_000).describe('建议全文'),
});
export type Proposal = z.infer<typeof proposalShape>;
