/**
 * Keeps the deputies, cards and contact stations that this person has looked at, for when there is no network. Nothing
 * else: no forms, no messages, nothing of the desk. Asked of the network first; a kept copy says from when it is.
 */
const VERSION = 'huiyin-1';
const MOST_PAGES = 30;
/** How long the network may take before a kept copy is shown. */
const PATIENCE = 4000;

const PREFIX = /^\/(?:zh-hant|en|elder)(?=\/)/;
const KEPT = /^\/(?:deputies\/[a-z0-9-]+\/(?:card\/(?:[a-z0-9-]+\/)?)?|stations\/[a-z0-9-]+\/)$/;
const NEVER = /^\/(?:api|desk|messages|reply|kiosk|reports\/[^/]+\/rate)(?:\/|$)/;
const SAVED = 'x-saved';

const withoutPrefix = (path) => path.replace(PREFIX, '');
const offlinePath = (path) => `${PREFIX.exec(path)?.[0] ?? ''}/offline/`;

addEventListener('install', (event) => event.waitUntil(prepare()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && !NEVER.test(withoutPrefix(pathname))) event.respondWith(page(event, pathname));
  else if (request.destination === 'style') event.respondWith(style(request));
});

async function prepare() {
  await keepOffline('/offline/');
  await skipWaiting();
}

/** A new version begins anew: pages of the old one may no longer fit its style sheets. The page that brought it is the first. */
async function takeOver() {
  for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
  await clients.claim();
  for (const { url } of await clients.matchAll({ type: 'window' })) {
    const { pathname } = new URL(url);
    if (KEPT.test(withoutPrefix(pathname)))
      await fetch(pathname)
        .then((answer) => isPage(answer) && keep(pathname, answer))
        .catch(() => {});
  }
}

async function page(event, path) {
  const kept = KEPT.test(withoutPrefix(path));
  const network = fetch(event.request);
  if (kept) event.waitUntil(network.then((answer) => (isPage(answer) ? keep(path, answer.clone()) : forget(path, answer))).catch(() => {}));
  const copy = kept ? await (await caches.open(VERSION)).match(path) : undefined;
  try {
    return await (copy ? inTime(network) : network);
  } catch {
    return copy ? withDate(copy, path) : sayOffline(path);
  }
}

const isPage = (answer) =>
  answer.ok &&
  !answer.redirected &&
  (answer.headers.get('content-type') ?? '').startsWith('text/html') &&
  !/no-store/.test(answer.headers.get('cache-control') ?? '');

const inTime = (network) => Promise.race([network, new Promise((_, reject) => setTimeout(reject, PATIENCE))]);

/** Style sheets carry a digest in their name: a kept one is the right one. */
const style = async (request) => (await (await caches.open(VERSION)).match(request.url)) ?? fetch(request);

/** Keeps a page with its style sheets, newest last, and the offline page of its language. */
async function keep(path, answer) {
  const cache = await caches.open(VERSION);
  const html = await answer.text();
  await cache.delete(path);
  await cache.put(path, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', [SAVED]: new Date().toISOString() } }));
  for (const sheet of sheetsOf(html)) if (!(await cache.match(sheet))) await cache.add(sheet);
  if (!(await cache.match(offlinePath(path)))) await keepOffline(offlinePath(path));
  await clean(cache);
}

async function keepOffline(path) {
  const answer = await fetch(path);
  if (!isPage(answer)) throw new Error(`${path}: ${answer.status}`);
  await keep(path, answer);
}

/** A page that is gone from the site goes from the device too; an answer of a site in trouble changes nothing. */
const forget = async (path, answer) => (answer.status === 404 || answer.status === 410 ? (await caches.open(VERSION)).delete(path) : false);

/** At most so many pages, and no style sheet that none of them uses. */
async function clean(cache) {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const pages = paths.filter((path) => KEPT.test(withoutPrefix(path)));
  for (const path of pages.slice(0, -MOST_PAGES)) await cache.delete(path);
  const used = new Set();
  for (const path of paths.filter((name) => name.endsWith('/')))
    for (const sheet of sheetsOf((await (await cache.match(path))?.text()) ?? '')) used.add(sheet);
  for (const path of paths) if (path.endsWith('.css') && !used.has(path)) await cache.delete(path);
}

const sheetsOf = (html) => [...html.matchAll(/<link rel="stylesheet" href="(\/[^"]+)"/g)].map(([, href]) => href);

/** The kept page under a line that says so, in its own language. */
async function withDate(copy, path) {
  const html = await copy.text();
  const says = await (await caches.open(VERSION)).match(offlinePath(path));
  const line = /<template data-copy>(.*?)<\/template>/s.exec((await says?.text()) ?? '')?.[1] ?? '';
  const date = new Date(copy.headers.get(SAVED)).toLocaleString(/<html lang="([^"]+)/.exec(html)?.[1], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  return answerWith(
    html.replace(/<body[^>]*>.*?(?=<header)/s, (head) => head + line.replace('{date}', date)),
    200,
  );
}

async function sayOffline(path) {
  const cache = await caches.open(VERSION);
  const html = await ((await cache.match(offlinePath(path))) ?? (await cache.match('/offline/')))?.text();
  if (!html) return Response.error();
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((name) => KEPT.test(withoutPrefix(name)));
  const rows = [];
  for (const name of kept.toReversed()) rows.push(`<li><a class="title" href="${name}">${titleOf(await (await cache.match(name)).text())}</a></li>`);
  const list = rows.length > 0 ? rows.join('') : undefined;
  return answerWith(list ? html.replace(/(<ul[^>]* data-kept[^>]*>).*?<\/ul>/s, (_, start) => `${start}${list}</ul>`) : html, 503);
}

/** As it stands in the page, where it is escaped already. */
const titleOf = (html) => /<title>([^<]*)/.exec(html)?.[1].split(' · ')[0] ?? '';

const answerWith = (html, status) => new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
