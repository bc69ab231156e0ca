/** The Cloudflare host: the same API as on one machine, then Astro's pages on demand. Static files never come here. */
import { handle } from '@astrojs/cloudflare/handler';
import { openRemoteDatabase } from '../db/remote.ts';
import { createApp } from './app.ts';
import { isCanonicalPath, isFrameworkPath } from './canonical-path.ts';
import { logToConsole, systemClock, type AppContext } from './context.ts';
import { refusedFormSize } from './form-size.ts';
import { securityHeaders } from './headers.ts';
import { host } from './host.ts';
import { endMessages } from './jobs/end-messages.ts';
import { eraseSenders } from './jobs/erase-senders.ts';
import { forgetExpired } from './jobs/forget-expired.ts';
import { passOnMessages } from './jobs/pass-on-messages.ts';
import { groupMessages } from './jobs/group-messages.ts';
import { linkAudit } from './jobs/link-audit.ts';
import { inviteSurveys } from './jobs/invite-surveys.ts';
import { returnHidden } from './jobs/return-hidden.ts';
import { sendNotices } from './jobs/send-notices.ts';
import { settleVotes } from './jobs/settle-votes.ts';
import { tellFollowers } from './jobs/tell-followers.ts';
import { createRecords } from './records.ts';
import { readSettings } from './settings.ts';

type Assets = { fetch: (request: Request | string) => Promise<Response> };
type Bindings = Record<string, unknown> & { ASSETS: Assets };
type Waiting = { waitUntil: (work: Promise<unknown>) => void };
type Site = { context: AppContext; fetch: ReturnType<typeof createApp>['fetch'] };

let opened: Site | undefined;

const EVERY_MINUTE = '* * * * *';

/** True under `npm run dev` alone; bundlers other than Astro's leave `env` undefined. */
const isDev = (import.meta as { env?: { DEV?: boolean } }).env?.DEV === true;

// A release is deployed together with the Worker that reads it.
const deployedRelease = (assets: Assets) => ({
  version: async () => 'deployed',
  text: async () => (await assets.fetch('https://assets.invalid/data/release.json')).text(),
  file: async (path: string) => (await assets.fetch(`https://assets.invalid/${path}`)).text(),
});

// The development server makes the file on request, since the content may have changed.
const devRelease = (origin: string) => ({
  version: async () => String(Math.floor(Date.now() / 1000)),
  text: async () => (await fetch(`${origin}/data/release.json`)).text(),
  file: async (path: string) => (await fetch(`${origin}/${path}`)).text(),
});

// Bindings never change while an isolate lives, so settings, database client and routes are made once in it.
const openSite = (env: Bindings, origin: string): Site => {
  const settings = readSettings(env);
  if (settings.databaseUrl === undefined) throw new Error('DATABASE_URL is not set: wrangler secret put DATABASE_URL');
  const db = openRemoteDatabase({ url: settings.databaseUrl, token: settings.databaseToken });
  const records = createRecords(isDev ? devRelease(origin) : deployedRelease(env.ASSETS));
  const context: AppContext = { db, records, settings, clock: systemClock, log: logToConsole };
  const app = createApp(context);
  return { context, fetch: app.fetch.bind(app) };
};

const answer = async (request: Request, env: Bindings, waiting: Waiting): Promise<Response> => {
  const { fetch } = (opened ??= openSite(env, new URL(request.url).origin));
  const bindings = { clientAddress: request.headers.get('cf-connecting-ip') ?? undefined };
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/api/')) return afterBody(request, await fetch(request, bindings));
  if (!isCanonicalPath(pathname) || isFrameworkPath(pathname)) return notFound(env);
  const refused = refusedFormSize(request.method, request.headers.get('content-length'), request.body !== null);
  if (refused) {
    await drain(request.body);
    return new Response(null, { status: refused });
  }
  return afterBody(request, await host.run({ api: (inner) => fetch(inner, bindings) }, () => handle(request, env, waiting)));
};

// A form that was refused unread ends its connection, and whatever comes next on it would fail.
const afterBody = async (request: Request, response: Response): Promise<Response> => {
  if (!request.bodyUsed && request.body?.locked === false) await drain(request.body);
  return response;
};

// A sender that is cut off while sending never sees the answer; up to 1 MiB is taken in and thrown away for it.
const drain = async (body: ReadableStream<Uint8Array> | null): Promise<void> => {
  let left = 1024 * 1024;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value && left > 0; part = await reader?.read()) left -= part.value.length;
};

const notFound = async (env: Bindings): Promise<Response> => {
  const page = await env.ASSETS.fetch('https://assets.invalid/404');
  return new Response(page.body, { status: 404, headers: page.headers });
};

const withHeaders = (given: Response): Response => {
  // Vite puts styles into the page while one develops, which the policy for visitors forbids.
  if (isDev) return given;
  const response = new Response(given.body, given);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
};

export default {
  fetch: async (request: Request, env: Bindings, waiting: Waiting): Promise<Response> => withHeaders(await answer(request, env, waiting)),
  /** By the crons of wrangler.toml. Publishing runs where the content is (its own machine or CI), not here. */
  scheduled: ({ cron }: { cron: string }, env: Bindings, waiting: Waiting): void => {
    const { context } = (opened ??= openSite(env, ''));
    // One failure does not stop the others.
    if (cron === EVERY_MINUTE) {
      for (const job of [sendNotices, linkAudit, groupMessages]) waiting.waitUntil(job(context));
      return;
    }
    for (const job of [forgetExpired, eraseSenders, endMessages, passOnMessages, inviteSurveys, returnHidden, settleVotes, tellFollowers])
      waiting.waitUntil(job(context));
  },
};
