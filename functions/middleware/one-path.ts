import { createMiddleware } from 'hono/factory';
import { isCanonicalPath } from '../canonical-path.ts';
import type { AppEnv } from '../app-env.ts';
import { HttpProblem } from '../http-problem.ts';

/** Refuses every second spelling of a path, so that a guard and a handler always see the same one. */
export const onePath = createMiddleware<AppEnv>(async (c, next) => {
  if (!isCanonicalPath(new URL(c.req.url).pathname)) throw new HttpProblem(404, 'notFound');
  await next();
});
