import { defineMiddleware, sequence } from 'astro:middleware';
import frame from 'virtual:frame';
import { host } from '../functions/host.ts';
import { deskDoor } from './forms/desk-door.ts';
import { prefixedHtml } from './locales/prefixed-html.ts';
import { splitPath } from './locales/prefixes.ts';

/** Keeps a visitor who reads in another language, or in large letters, on pages that do so too. */
const underPrefix = defineMiddleware(async (context, next) => {
  const { prefix } = splitPath(context.url.pathname);
  const response = await next();
  if (!prefix || !response.body || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(prefixedHtml(await response.text(), prefix, frame.recordLanguage), response);
});

/** Hands the host's API to on-demand pages. It decides nothing: access is decided in Hono alone. */
const lendApi = defineMiddleware(async (context, next) => {
  const lent = host.current();
  if (context.isPrerendered || !lent) return next();
  const { pathname, origin } = context.url;
  const ownCookies = pathname.startsWith('/desk/') || pathname.startsWith('/reply/');
  const door = ownCookies ? deskDoor(lent.api, context.request, origin, pathname.startsWith('/reply/')) : undefined;
  context.locals.api = door?.api ?? lent.api;
  const response = await next();
  for (const cookie of door?.cookies ?? []) response.headers.append('set-cookie', cookie);
  // Astro leaves the charset to the page's <meta>; static pages name it in the header, so these do too.
  if (response.headers.get('content-type') === 'text/html') response.headers.set('content-type', 'text/html; charset=utf-8');
  // What is down now may be up soon; the form on the page keeps what was typed.
  if (response.status === 503) response.headers.set('retry-after', '5');
  if (response.body || (response.status !== 404 && response.status !== 500)) return response;
  // Astro would read its error page from the folder it was loaded from, which may belong to an older release.
  return (await lent.errorPage?.(response.status)) ?? response;
});

export const onRequest = sequence(lendApi, underPrefix);
