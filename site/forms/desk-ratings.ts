/** What the desk's pages of ratings share: one form, one act, then the state anew. */
import type { RatingStatus } from '../../functions/acts/rating-status.ts';
import type { Api } from '../../functions/host.ts';
import { getJson, postJson, type Problem } from './ask-api.ts';

export type DeskRatings<T> = { status: RatingStatus | undefined; answer: T | undefined; problem: Problem | undefined };

/** Does what the form asks for, if any, and looks at all ratings. `acts` are paths of the API by the name of a button, with what they take. */
export async function runRatings<T = object>(api: Api, act: string, acts: Record<string, { path: string; fields: object }>): Promise<DeskRatings<T>> {
  const wanted = Object.hasOwn(acts, act) ? acts[act] : undefined;
  const sent = wanted && (await postJson<T>(api, `/api/desk/ratings${wanted.path}`, wanted.fields));
  const seen = await getJson<RatingStatus>(api, '/api/desk/ratings');
  return { status: seen.answer, answer: sent?.answer, problem: sent?.problem ?? seen.problem };
}

/** A time as a form gives it, `YYYY-MM-DDTHH:MM` in Beijing, as a moment; '' where it is none. */
export const momentTyped = (typed: string): string => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? `${typed}:00+08:00` : typed);

/** A count as a form gives it; an empty field stays missing. */
export const countTyped = (typed: string): number | undefined => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined);
