import { createMiddleware } from 'hono/factory';
import { PHOTO_BYTES } from '../../db/domain/jpeg.ts';
import { invalidField } from '../../db/domain/problem.ts';
import { readSecret } from '../../db/domain/secret.ts';
import type { AppEnv } from '../app-env.ts';
import { HttpProblem } from '../http-problem.ts';
import { readBytes } from '../read-bytes.ts';

type PhotoEnv = AppEnv & { Variables: { photo: { code: string; bytes: Uint8Array<ArrayBuffer> } } };

/** Reads a JPEG of at most 300 KiB as body, and the receipt code from the header `X-Receipt-Code`: never from the address. */
export const photo = createMiddleware<PhotoEnv>(async (c, next) => {
  if (c.req.header('content-type') !== 'image/jpeg' || c.req.header('content-encoding') !== undefined) throw new HttpProblem(415, 'badPhoto');
  const code = readSecret(c.req.header('x-receipt-code') ?? '');
  if (code === undefined) throw invalidField('code', 'secret');
  c.set('photo', { code, bytes: await readBytes(c.req.raw, PHOTO_BYTES) });
  await next();
});
