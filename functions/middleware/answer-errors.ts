import type { Context, ErrorHandler } from 'hono';
import { DomainError, type ProblemKind } from '../../db/domain/problem.ts';
import { isUnreachable } from '../../db/faults.ts';
import type { AppEnv } from '../app-env.ts';
import type { AppContext } from '../context.ts';
import { answerField, type AnsweredField } from '../field-problems.ts';
import { HttpProblem } from '../http-problem.ts';
import { beijingTime, fill, PROBLEMS } from '../words/problems.ts';

const STATUS: Record<ProblemKind, number> = { invalid: 422, missing: 404, conflict: 409, refused: 403, unavailable: 503 };

/** Seconds after which a client may try again while the database is away. */
const RETRY_AFTER = '5';

/** Turns every error into problem+json (RFC 9457). What is not one of ours is logged by name and answered with an apology. */
export const answerErrors =
  (context: AppContext): ErrorHandler<AppEnv> =>
  (error, c) => {
    if (error instanceof HttpProblem) return problem(c, error.status, error.code, { headers: error.headers });
    if (error instanceof DomainError) {
      const headers: Record<string, string> = error.kind === 'unavailable' ? { 'retry-after': RETRY_AFTER } : {};
      return problem(c, STATUS[error.kind], error.code, { headers, params: error.params, errors: error.errors.map(answerField) });
    }
    const away = isUnreachable(error);
    context.log({
      level: 'error',
      event: away ? 'database-unreachable' : 'unexpected-error',
      requestId: c.get('requestId'),
      method: c.req.method,
      status: away ? 503 : 500,
      ...traceOf(error),
    });
    return away ? problem(c, 503, 'unavailable', { headers: { 'retry-after': RETRY_AFTER } }) : problem(c, 500, 'unexpected');
  };

// Messages of database errors quote what was bound; only names, codes and places in the code are written down.
function traceOf(error: Error): { errorName: string; errorCode?: string; stack: string } {
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return { errorName: error.name, ...(typeof code === 'string' ? { errorCode: code } : {}), stack: frames.join('\n') };
}

type More = { headers?: Record<string, string>; params?: Record<string, string | number>; errors?: AnsweredField[] };

/** Answers one problem. */
function problem(c: Context<AppEnv>, status: number, code: string, { headers = {}, params = {}, errors }: More = {}): Response {
  const requestId = c.get('requestId') ?? '';
  const { title, detail } = PROBLEMS[code] ?? PROBLEMS.fields ?? { title: '', detail: '' };
  const told = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name.endsWith('At') ? beijingTime(String(value)) : value]));
  const body = {
    type: `urn:huiyin:problem:${code}`,
    title,
    status,
    detail: fill(detail, { ...told, requestId }),
    code,
    requestId,
    // With the code they let a page say it in its own language.
    ...(Object.keys(told).length > 0 ? { params: told } : {}),
    ...(errors?.length ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8' } });
}
