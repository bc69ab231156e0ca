import { defineMiddleware } from 'astro:middleware';
import { host } from '../functions/host.ts';

/** Hands the host's API to on-demand pages. It decides nothing: access is decided in Hono alone. */
export const onRequest = defineMiddleware(async (context, next) => {
  const lent = host.current();
  if (context.isPrerendered || !lent) return next();
  context.locals.api = lent.api;
  const response = await next();
  if (response.body || (response.status !== 404 && response.status !== 500)) return response;
  // Astro would read its error page from the folder it was loaded from, which may belong to an older release.
  return (await lent.errorPage?.(response.status)) ?? response;
});
