import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isCanonicalPath } from '../canonical-path.ts';
import { securityHeaders } from '../headers.ts';
import { host } from '../host.ts';
import type { Settings } from '../settings.ts';
import { answerNotFound, answerRelease } from './answer-release.ts';
import type { Shelf } from './current-release.ts';
import { lendHost, stateOrigin, type AppFetch } from './lend-host.ts';

/** Bytes of a form; the same limit as for the API. */
const FORM_LIMIT = 64 * 1024;

/**
 * Answers every request of the one-machine host: released files first, then the API, then pages on demand.
 * The shelf is taken once a request. The body of a page request is left to Astro: read here, its form would be empty.
 */
export const createListener = (shelf: () => Shelf, fetch: AppFetch, settings: Settings) => {
  const answerApi = getRequestListener((request, env) => fetch(request, env));

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const taken = shelf();
    const path = pathOf(req);
    const notFound = () => answerNotFound(req, res, taken, securityHeaders);
    if (path.startsWith('/api/')) return answerApi(req, res);
    if (!isCanonicalPath(path)) return notFound();
    if (await answerRelease(req, res, taken, path, securityHeaders)) return;
    if (!taken.current.isOnDemand(path)) return notFound();
    if (Number(req.headers['content-length'] ?? 0) > FORM_LIMIT) return refuseBody(res);
    for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
    res.setHeader('cache-control', 'no-store');
    stateOrigin(req, settings.siteUrl);
    await host.run(lendHost(req, taken, fetch, settings), () => taken.current.handlePage(req, res, () => void notFound()));
  };
};

const pathOf = (req: IncomingMessage): string => (req.url ?? '').split('?', 1)[0] ?? '';

const refuseBody = (res: ServerResponse): void => {
  res.writeHead(413, { ...securityHeaders, connection: 'close', 'content-length': 0 }).end();
};
