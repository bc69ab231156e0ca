import { createMiddleware } from 'hono/factory';
import type { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import type { AppEnv } from '../app-env.ts';
import { decodeForm } from '../decode-body.ts';
import { fieldProblems } from '../field-problems.ts';

type QuestionEnv<T> = AppEnv & { Variables: { question: T } };

/** Checks the query of an address against a shape; a name given twice or not known is refused. */
export function question<S extends z.ZodType>(schema: S) {
  return createMiddleware<QuestionEnv<z.output<S>>>(async (c, next) => {
    const fields = decodeForm(new URL(c.req.url).search.slice(1), schema);
    const parsed = schema.safeParse(fields);
    if (!parsed.success) throw new DomainError('invalid', 'fields', { errors: fieldProblems(parsed.error, fields) });
    c.set('question', parsed.data);
    await next();
  });
}
