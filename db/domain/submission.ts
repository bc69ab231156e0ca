/** What a deputy enters and the office confirms (代表提交的内容): an answer, a question, feedback, a report's text … */
import { z } from 'zod';
import { isRowId } from './ids.ts';
import { RECIPIENT } from './message.ts';
import { REPORT_SECTIONS } from './report.ts';
import { GRADES } from './result-class.ts';
import { PROMISE_VERDICTS } from './promise.ts';
import { longText, shortText } from './text.ts';

/** About a letter: answer it, ask the office, pass it on, make it a proposal. About records: the other four. */
export const SUBMISSION_KINDS = ['answer', 'question', 'passOn', 'proposal', 'report', 'feedback', 'dispute', 'verdict'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

/** Kinds that end in a record file: the editor's machine pulls them. */
export const PULLED_KINDS = ['proposal', 'report', 'feedback', 'dispute', 'verdict'] as const satisfies readonly SubmissionKind[];

/** A draft is still the deputy's own; waiting, the office has it; returned, it is the deputy's again, with a reason. */
export const SUBMISSION_STATES = ['draft', 'waiting', 'returned', 'confirmed', 'pulled'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Days after which the text of what is done with, or was left lying, is erased here. */
export const SUBMISSION_DAYS = 180;

const RECORD = '[a-z0-9-]{2,60}';
const targets = {
  letter: z.string().refine((text) => isRowId('msg', text), { error: 'choice' }),
  report: z.string().regex(new RegExp(`^reports:${RECORD}$`), { error: 'choice' }),
  reply: z.string().regex(new RegExp(`^replies:${RECORD}$`), { error: 'choice' }),
  activity: z.string().regex(new RegExp(`^activities:${RECORD}$`), { error: 'choice' }),
  promise: z.string().regex(new RegExp(`^replies:${RECORD}/[a-z0-9-]{1,40}$`), { error: 'choice' }),
  office: z.literal('office', { error: 'choice' }),
};

// Six of them, in UTF-8, fit into one request.
const section = longText(3000).optional();
const yes = z.boolean({ error: 'yesNo' }).default(false);

/** Whom a letter should go to; a unit prepares what the deputy answers. */
const passTo = z
  .string({ error: 'recipient' })
  .refine((text) => RECIPIENT.test(text) || new RegExp(`^units:${RECORD}$`).test(text), { error: 'recipient' });

/** The body of each kind; a report may be kept half-written. */
export const BODIES = {
  answer: z.strictObject({ text: longText(5000) }),
  question: z.strictObject({ text: longText(2000) }),
  passOn: z.strictObject({ to: passTo.optional(), note: longText(500) }),
  proposal: z.strictObject({
    title: shortText(60),
    text: longText(10_000),
    mandate: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: 'choice' })
      .optional(),
    /** Other letters of the same matter. */
    letters: z.array(targets.letter).max(200).default([]),
  }),
  report: z.strictObject(
    Object.fromEntries(REPORT_SECTIONS.map((name) => [name, section])) as Record<(typeof REPORT_SECTIONS)[number], typeof section>,
  ),
  feedback: z.strictObject({
    attitude: z.enum(GRADES, { error: 'grade' }).optional(),
    result: z.enum(GRADES, { error: 'grade' }),
    comment: shortText(500).optional(),
  }),
  dispute: z.strictObject({ text: shortText(500) }),
  verdict: z.strictObject({ verdict: z.enum(PROMISE_VERDICTS, { error: 'choice' }), comment: shortText(300).optional() }),
} as const satisfies Record<SubmissionKind, z.ZodType>;

const submission = <K extends SubmissionKind, T extends z.ZodType>(kind: K, target: T) =>
  z.strictObject({
    kind: z.literal(kind),
    target,
    body: BODIES[kind],
    /** Keep it for later instead of handing it in. */
    draft: yes,
    /** The version that the deputy had in front of them. */
    seen: z.number().int().min(1).optional(),
  });

export const newSubmission = z
  .discriminatedUnion('kind', [
    submission('answer', targets.letter),
    submission('question', z.union([targets.letter, targets.office], { error: 'choice' })),
    submission('passOn', targets.letter),
    submission('proposal', targets.letter),
    submission('report', targets.report),
    submission('feedback', targets.reply),
    submission('dispute', targets.activity),
    submission('verdict', targets.promise),
  ])
  .meta({ id: 'NewSubmission', description: '代表提交的一件内容' });
export type NewSubmission = z.infer<typeof newSubmission>;

/** A submission as its deputy sees it. */
export const ownSubmission = z
  .object({
    id: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    target: z.string(),
    body: z.record(z.string(), z.unknown()),
    state: z.enum(SUBMISSION_STATES),
    version: z.number().int(),
    on: z.iso.date(),
    reason: z.string().optional(),
    byOffice: z.boolean(),
  })
  .meta({ id: 'Submission', description: '代表提交的内容和它的状态' });
export type OwnSubmission = z.infer<typeof ownSubmission>;
