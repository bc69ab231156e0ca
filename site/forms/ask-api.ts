/** How a page that is made on demand asks the API, which runs in the same process. */
import type { Api } from '../../functions/host.ts';
import { fill } from '../../functions/words/problems.ts';
import type { Words } from '../words/words.ts';

/** Why something could not be done, as the API says it; `errors` stand beside fields. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  /** What fills the blanks of the sentences. */
  params?: Params;
  requestId?: string;
  errors: { path: (string | number)[]; code: string; message: string; params?: Params }[];
};
type Params = Record<string, string | number>;
export type Answer<T> = { answer: T; problem?: undefined } | { answer?: undefined; problem: Problem };

/** The path is read by the API alone; no request leaves the process. */
const ORIGIN = 'http://in-process';

/** GET. */
export const getJson = <T>(api: Api, path: string): Promise<Answer<T>> => ask<T>(api, new Request(new URL(path, ORIGIN)));

/** POST of fields as JSON; `key` makes a repeat harmless (`Idempotency-Key`). */
export function postJson<T>(api: Api, path: string, fields: object, key?: string): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
  return ask<T>(api, new Request(new URL(path, ORIGIN), { method: 'POST', headers, body: JSON.stringify(fields) }));
}

async function ask<T>(api: Api, request: Request): Promise<Answer<T>> {
  const response = await api(request);
  const said: unknown = await response.json();
  if (response.ok) return { answer: said as T };
  const problem = said as Problem;
  return { problem: { ...problem, status: response.status, errors: problem.errors ?? [] } };
}

/** The problem in the words of the page's language, where that has words of its own. */
export function inWords(problem: Problem | undefined, words: Words['problems']): Problem | undefined {
  if (!problem) return undefined;
  const whole = words.whole[problem.code];
  const params = { ...problem.params, requestId: problem.requestId ?? '' };
  return {
    ...problem,
    ...(whole && { title: whole.title, detail: fill(whole.detail, params) }),
    errors: problem.errors.map((entry) => ({ ...entry, message: fill(words.field[entry.code] ?? entry.message, entry.params ?? {}) })),
  };
}

/** The sentence beside a field, if the API has one for it. */
export const faultOf = (problem: Problem | undefined, ...path: (string | number)[]): string | undefined =>
  problem?.errors.find((entry) => path.every((part, index) => entry.path[index] === part))?.message;
