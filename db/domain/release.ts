/** The release (一次发布) as functions know it: `/data/release.json`, the only way from content to the API. */
import { z } from 'zod';
import { innerId } from './record-fields.ts';

/** A mandate as the API needs it: `active` deputies can be written to. */
const releasedMandate = z.object({
  id: innerId,
  title: z.string(),
  status: z.string(),
  active: z.boolean(),
  /** Whom open messages pass to once the mandate has ended, `people:ID` or `stations:ID`; left out, the office decides. */
  passTo: z.string().optional(),
});

/**
 * One record. `status` is the kind's own word (a report's state, a proposal's state).
 * People: `active` is false for former deputies, and `writeTo` then names (`kind:id`) whom residents should write to.
 */
export const releasedItem = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  status: z.string().optional(),
  congress: z.string().optional(),
  active: z.boolean().optional(),
  mandates: z.array(releasedMandate).optional(),
  writeTo: z.array(z.string()).optional(),
  /** As of a mandate, for whoever has none left. */
  passTo: z.string().optional(),
  /** Proposals: nothing is owed any more, not even a promise. */
  over: z.boolean().optional(),
  /** The mandate that a report is of, `people:ID/MANDATE`. */
  of: z.string().optional(),
});
export type ReleasedItem = z.infer<typeof releasedItem>;

/** A report as people name it: its deputy first, where its title does not name them already. */
export const namedReport = (report: ReleasedItem, deputy: ReleasedItem | undefined): string =>
  deputy && !report.title.includes(deputy.title) ? `${deputy.title} ${report.title}` : report.title;

export const releaseShape = z.object({
  schemaVersion: z.literal(1),
  id: z.string(),
  builtAt: z.iso.datetime({ offset: true }),
  asOf: z.iso.date(),
  sample: z.boolean(),
  site: z.object({
    name: z.string(),
    operator: z.object({ name: z.string(), phone: z.string() }),
    answerTargetDays: z.number().int().min(1),
    minimumForPercentages: z.number().int().min(1),
    ratingWithUnknown: z.boolean(),
    replyKeyDays: z.number().int().min(1).default(30),
    answersNeedConfirmation: z.boolean().default(true),
  }),
  /** How far the desk's audit goes and the head of its chain: whoever kept a release can tell a chain that was cut. */
  auditHead: z.object({ seq: z.number().int(), hash: z.string() }).optional(),
  items: z.array(releasedItem),
});
export type Release = z.infer<typeof releaseShape>;
