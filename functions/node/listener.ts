import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { isCanonicalPath } from '../canonical-path.ts';
import { refusedFormSize } from '../form-size.ts';
import { headersFor, securityHeaders } from '../headers.ts';
import { host } from '../host.ts';
import type { Settings } from '../settings.ts';
import { answerNotFound, answerRelease } from './answer-release.ts';
import type { Shelf } from './current-release.ts';
import { lendHost, stateOrigin, type AppFetch } from './lend-host.ts';

/**
 * Answers every request of the one-machine host: released files first, then the API, then pages on demand.
 * The shelf is taken once a request. The body of a page request is left to Astro: read here, its form would be empty.
 */
export const createListener = (shelf: () => Shelf, fetch: AppFetch, settings: Settings) => {
  // Hono would put its own Request and Response in the place of the global ones, which Astro uses too.
  const answerApi = getRequestListener((request, env) => fetch(request, env), { overrideGlobalObjects: false });

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const taken = shelf();
    const path = pathOf(req);
    const notFound = () => answerNotFound(req, res, taken, securityHeaders);
    if (path.startsWith('/api/')) return answerApi(req, res);
    if (!isCanonicalPath(path)) return notFound();
    if (await answerRelease(req, res, taken, path, headersFor(path))) return;
    if (!taken.current.isOnDemand(path)) return notFound();
    const hasBody = 'transfer-encoding' in req.headers || 'content-length' in req.headers;
    const refused = refusedFormSize(req.method ?? '', req.headers['content-length'], hasBody);
    if (refused) return refuseForm(res, refused);
    for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value);
    res.setHeader('cache-control', 'no-store');
    stateOrigin(req, settings.siteUrl);
    await host.run(lendHost(req, taken, fetch, settings), () => taken.current.handlePage(req, res, () => void notFound()));
  };
};

const pathOf = (req: IncomingMessage): string => (req.url ?? '').split('?', 1)[0] ?? '';

// The rest of the body is not read: the connection ends with the answer.
const refuseForm = (res: ServerResponse, status: number): void => {
  res.writeHead(status, { ...securityHeaders, connection: 'close', 'content-length': 0 }).end();
};
