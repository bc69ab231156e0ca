import { AsyncLocalStorage } from 'node:async_hooks';

/** The Hono app, called in process: the only door from a page to rows. */
export type Api = (request: Request) => Response | Promise<Response>;

/** What a host lends to a page while it is being rendered. */
export type Host = {
  api: Api;
  /** The release's own page for a status; absent where the host's adapter sees to it. */
  errorPage?: (status: 404 | 500) => Promise<Response | undefined>;
};

const KEY = Symbol.for('huiyin.host');
type Global = { [KEY]?: AsyncLocalStorage<Host> };

// The pages are bundled apart from the host that runs them, so two copies of this file live in one process.
// globalThis is the only place both can see; adapter locals exist on Node alone.
const storage = ((globalThis as Global)[KEY] ??= new AsyncLocalStorage<Host>());

export const host = {
  /** Runs Astro's handler with what this host lends. */
  run: <T>(lent: Host, render: () => T): T => storage.run(lent, render),
  /** What the current request was lent; undefined while prerendering. */
  current: (): Host | undefined => storage.getStore(),
};
