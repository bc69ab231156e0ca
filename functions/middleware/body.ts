import { createMiddleware } from 'hono/factory';
import type { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import type { AppEnv } from '../app-env.ts';
import { fieldProblems } from '../field-problems.ts';
import { decodeForm, decodeJson, type Fields } from '../decode-body.ts';
import { HttpProblem } from '../http-problem.ts';
import { readBytes } from '../read-bytes.ts';

const BODY_LIMIT = 64 * 1024;
const REPEAT_KEY = /^[A-Za-z0-9_-]{22,128}$/;

type BodyEnv<T> = AppEnv & { Variables: { body: T; repeatKey: string | undefined } };

/**
 * Reads a JSON or form body of at most 64 KiB and checks it against a shape of the domain. The repeat key comes in
 * the `Idempotency-Key` header or in the field `idempotencyKey`, which forms carry hidden.
 */
export function body<S extends z.ZodType>(schema: S) {
  return createMiddleware<BodyEnv<z.output<S>>>(async (c, next) => {
    const fields = await readFields(c.req.raw, schema);
    const key = c.req.header('idempotency-key') ?? fields.idempotencyKey;
    if (key !== undefined && (typeof key !== 'string' || !REPEAT_KEY.test(key))) throw new HttpProblem(400, 'badKey');
    delete fields.idempotencyKey;
    const parsed = schema.safeParse(fields);
    if (!parsed.success) throw new DomainError('invalid', 'fields', { errors: fieldProblems(parsed.error, fields) });
    c.set('body', parsed.data);
    c.set('repeatKey', key);
    await next();
  });
}

async function readFields(request: Request, schema: z.ZodType): Promise<Fields> {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((part) => part.startsWith('charset='));
  const known = type === 'application/json' || type === 'application/x-www-form-urlencoded';
  if (!known || request.headers.has('content-encoding') || (charset && !/^charset="?utf-?8"?$/.test(charset)))
    throw new HttpProblem(415, 'unsupportedType');
  const text = decodeText(await readBytes(request, BODY_LIMIT));
  return type === 'application/json' ? decodeJson(text) : decodeForm(text, schema);
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, 'badText');
  }
}
