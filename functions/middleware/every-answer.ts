import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../app-env.ts';
import { securityHeaders } from '../headers.ts';

/** A fresh request id, the security headers, and `no-store` on every answer of the API, errors included. */
export const everyAnswer = createMiddleware<AppEnv>(async (c, next) => {
  // A client's own id is not taken over: it could forge or break lines of the log.
  c.set('requestId', crypto.randomUUID());
  await next();
  c.res = new Response(c.res.body, c.res);
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value);
  c.res.headers.set('cache-control', 'no-store');
  c.res.headers.set('x-request-id', c.get('requestId'));
});
