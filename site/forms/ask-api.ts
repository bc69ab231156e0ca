/** How a page that is made on demand asks the API, which runs in the same process. */
import type { Api } from '../../functions/host.ts';
import type { Words } from '../words/words.ts';

/** Why something could not be done, as the API says it; `errors` stand beside fields. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: { path: (string | number)[]; code: string; message: string }[];
};
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
export const inWords = (problem: Problem | undefined, words: Words['problems']): Problem | undefined =>
  problem && {
    ...problem,
    ...words.whole[problem.code],
    errors: problem.errors.map((entry) => ({ ...entry, message: words.field[entry.code] ?? entry.message })),
  };

/** The sentence beside a field, if the API has one for it. */
export const faultOf = (problem: Problem | undefined, ...path: (string | number)[]): string | undefined =>
  problem?.errors.find((entry) => path.every((part, index) => entry.path[index] === part))?.message;
