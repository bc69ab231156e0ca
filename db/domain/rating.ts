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
export type RatingWindow = { reportId: string; opensAt: string; closesAt: string; voidedAt: string | null; reason: string | null };

/** State at a moment: open from `opensAt` on, closed from `closesAt` on (half-open). */
export function stateOfWindow(window: RatingWindow, now: string): WindowState {
  if (window.voidedAt !== null) return 'void';
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
    distribution: z.record(z.enum(ASPECTS), gradeCounts).optional(),
  })
  .meta({ id: 'RatingResult', description: '测评的状态和结果' });
export type RatingResult = z.infer<typeof ratingResult>;

/** While a window is open, n is told in whole tens, so that no single voter can be watched arriving. */
const OPEN_STEP = 10;

/** The public shape of a window's result; `counts` are all grades given so far, `n` how many ratings. */
export function publicResult(
  window: RatingWindow,
  now: string,
  n: number,
  counts: Partial<Record<Aspect, GradeCounts>>,
  minimum: number,
): RatingResult {
  const state = stateOfWindow(window, now);
  const base = { state, opensAt: window.opensAt, closesAt: window.closesAt, minimum };
  if (state === 'open') return { ...base, n: n - (n % OPEN_STEP), hidden: true };
  if (state !== 'closed') return { ...base, hidden: true };
  if (n < minimum) return { ...base, hidden: true };
  const shown = Object.entries(counts).filter(([, of]) => total(of) >= minimum);
  return { ...base, n, hidden: false, distribution: Object.fromEntries(shown) as RatingResult['distribution'] };
}

const total = (of: GradeCounts): number => of.satisfied + of.basicallySatisfied + of.dissatisfied + of.unknown;
