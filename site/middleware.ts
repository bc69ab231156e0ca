import { defineMiddleware } from 'astro:middleware';
import { host } from '../functions/host.ts';

/** Hands the host's API to on-demand pages. It decides nothing: access is decided in Hono alone. */
export const onRequest = defineMiddleware(async (context, next) => {
  const lent = host.current();
  if (context.isPrerendered || !lent) return next();
  context.locals.api = lent.api;
  const response = await next();
  // Astro leaves the charset to the page's <meta>; static pages name it in the header, so these do too.
  if (response.headers.get('content-type') === 'text/html') response.headers.set('content-type', 'text/html; charset=utf-8');
  // What is down now may be up soon; the form on the page keeps what was typed.
  if (response.status === 503) response.headers.set('retry-after', '5');
  if (response.body || (response.status !== 404 && response.status !== 500)) return response;
  // Astro would read its error page from the folder it was loaded from, which may belong to an older release.
  return (await lent.errorPage?.(response.status)) ?? response;
});
