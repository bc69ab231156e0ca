import { createMiddleware } from 'hono/factory';
import type { z } from 'zod';
import { DomainError } from '../../db/domain/problem.ts';
import type { AppEnv } from '../app-env.ts';
import { fieldProblems } from '../field-problems.ts';
import { decodeForm, decodeJson, type Fields } from '../decode-body.ts';
import { HttpProblem } from '../http-problem.ts';

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
  const text = decodeText(await readBytes(request));
  return type === 'application/json' ? decodeJson(text) : decodeForm(text, schema);
}

/** Counts while reading: a length that lies or is missing changes nothing, and the rest is never read. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw new HttpProblem(413, 'tooLarge');
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > BODY_LIMIT) {
      void reader.cancel().catch(() => {});
      throw new HttpProblem(413, 'tooLarge');
    }
    parts.push(part.value);
  }
  return joined(parts, size);
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, 'badText');
  }
}
