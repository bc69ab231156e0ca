/** A rating (测评): voters' verdict on a duty report, given once per code within the report's window. */
import { z } from 'zod';
import { RATED_SECTIONS } from './report.ts';
import { secret } from './secret.ts';
import { longText } from './text.ts';

export const GRADES = ['satisfied', 'basicallySatisfied', 'dissatisfied', 'unknown'] as const;
const grade = z.enum(GRADES, { error: 'grade' });
export type Grade = z.infer<typeof grade>;

/** What is graded: the report as a whole and its five sections. */
export const ASPECTS = ['overall', ...RATED_SECTIONS] as const;
export type Aspect = (typeof ASPECTS)[number];

const grades = z.strictObject({
  overall: grade,
  duties: grade.optional(),
  sessions: grade.optional(),
  contact: grade.optional(),
  study: grade.optional(),
  deeds: grade.optional(),
});
export type Grades = z.infer<typeof grades>;

export const newRating = z
  .strictObject({ code: secret, grades, comment: longText(500).optional() })
  .meta({ id: 'NewRating', description: '对一份述职报告的测评' });
export type NewRating = z.infer<typeof newRating>;

const WINDOW_STATES = ['planned', 'open', 'closed', 'void'] as const;
export const windowState = z.enum(WINDOW_STATES);
export type WindowState = z.infer<typeof windowState>;

/** Times are UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`, so that text order is time order. */
export type RatingWindow = {
  reportId: string;
  opensAt: string;
  closesAt: string;
  voidedAt: string | null;
  reason: string | null;
  /** True once the result is in the log. */
  frozen: boolean;
};

/** State at a moment: open from `opensAt` on, closed from `closesAt` on (half-open), and closed for ever once frozen. */
export function stateOfWindow(window: RatingWindow, now: string): WindowState {
  if (window.voidedAt !== null) return 'void';
  if (window.frozen) return 'closed';
  if (now < window.opensAt) return 'planned';
  return now < window.closesAt ? 'open' : 'closed';
}

export const gradeCounts = z.strictObject({
  satisfied: z.number().int(),
  basicallySatisfied: z.number().int(),
  dissatisfied: z.number().int(),
  unknown: z.number().int(),
});
export type GradeCounts = z.infer<typeof gradeCounts>;

/** What anyone may know: while open only n in whole tens; after closing the counts, from the minimum on. */
export const ratingResult = z
  .object({
    state: windowState,
    opensAt: z.string(),
    closesAt: z.string(),
    n: z.number().int().optional(),
    hidden: z.boolean(),
    minimum: z.number().int(),
    distribution: z.partialRecord(z.enum(ASPECTS), gradeCounts).optional(),
    /** Why it is void. */
    reason: z.string().optional(),
    /** True where the rows disagree with their keyed sums: no result is shown. */
    disputed: z.boolean().optional(),
  })
  .meta({ id: 'RatingResult', description: '测评的状态和结果' });
export type RatingResult = z.infer<typeof ratingResult>;

/** A result as it stands this moment, beside what the current release says: a page may lag behind its database. */
export const ratingNow = ratingResult
  .extend({
    /** The database's moment. */
    asOf: z.string(),
    /** What the pages of the current release say; null where they know of no rating. */
    published: z.object({ state: windowState.nullable(), at: z.string() }).optional(),
  })
  .meta({ id: 'RatingNow', description: '测评现在的状态和结果，以及网站页面发布时的状态' });
export type RatingNow = z.infer<typeof ratingNow>;

/** While a window is open, n is told in whole tens, so that no single voter can be watched arriving. */
const OPEN_STEP = 10;

type Counts = Partial<Record<Aspect, GradeCounts>>;
export type PublicCounts = { hidden: boolean; n?: number | undefined; distribution?: Counts | undefined };

/** What may be told of a closed window: nothing under the minimum, and of each aspect only what enough people graded. */
export function publicCounts(n: number, counts: Counts, minimum: number): PublicCounts {
  if (n < minimum) return { hidden: true };
  const shown = Object.entries(counts).filter(([, of]) => total(of) >= minimum);
  return { hidden: false, n, distribution: Object.fromEntries(shown) as Counts };
}

/**
 * What anyone may know of a window at a moment. `n` is how many ratings there are; `frozen` is the result in the log, once
 * there is one: without it a closed window shows nothing.
 */
export function publicResult(
  window: RatingWindow,
  now: string,
  n: number,
  minimum: number,
  frozen?: PublicCounts & { minimum: number },
): RatingResult {
  const state = stateOfWindow(window, now);
  const base = { state, opensAt: window.opensAt, closesAt: window.closesAt, minimum, hidden: true };
  if (state === 'open') return { ...base, n: n - (n % OPEN_STEP) };
  if (state === 'void') return { ...base, ...(window.reason !== null && { reason: window.reason }) };
  if (state !== 'closed' || !frozen) return base;
  const { hidden, n: counted, distribution, minimum: then } = frozen;
  return { ...base, minimum: then, hidden, ...(counted !== undefined && { n: counted }), ...(distribution && { distribution }) };
}

const total = (of: GradeCounts): number => of.satisfied + of.basicallySatisfied + of.dissatisfied + of.unknown;
