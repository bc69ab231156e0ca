import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { HostBindings } from '../context.ts';
import type { Host } from '../host.ts';
import type { Settings } from '../settings.ts';
import type { Shelf } from './current-release.ts';

/** The Hono app as a host calls it. */
export type AppFetch = (request: Request, bindings: HostBindings) => Response | Promise<Response>;

/** What one page request is lent: the API as seen from the visitor's address, and the error pages of its release. */
export const lendHost = (req: IncomingMessage, shelf: Shelf, fetch: AppFetch, settings: Settings): Host => ({
  api: (request) => fetch(request, { clientAddress: visitorAddress(req, settings.trustedProxy) }),
  errorPage: async (status) => {
    const page = shelf.current.files.get(`/${status}.html`);
    if (!page) return undefined;
    return new Response(await readFile(page.file), { status, headers: { 'content-type': page.type, 'x-astro-reroute': 'no' } });
  },
});

/**
 * Tells Astro the address that the visitor sees. A proxy in front speaks http to us, so without this Astro would take
 * every form that comes over https for one of another site. What the request claims about itself is dropped first.
 */
export const stateOrigin = (req: IncomingMessage, siteUrl: string): void => {
  for (const name of Object.keys(req.headers)) if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete req.headers[name];
  const { protocol, host } = new URL(siteUrl);
  if (protocol !== 'https:') return;
  req.headers.host = host;
  req.headers['x-forwarded-host'] = host;
  req.headers['x-forwarded-proto'] = 'https';
};

const visitorAddress = (req: IncomingMessage, trustedProxy: string | undefined): string | undefined => {
  const named = trustedProxy === undefined ? undefined : req.headers[trustedProxy];
  return named === undefined ? req.socket.remoteAddress : String(named).split(',').at(-1)?.trim();
};
