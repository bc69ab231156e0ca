import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Bundle } from './bundle.ts';

/** What is used of Astro's program for pages made ahead (astro/dist/core/build/app.js); its version is fixed in package.json. */
type Route = { route: string; component: string; type: string; pathname?: string };
type App = {
  setInternals(internals: object): void;
  setOptions(options: object): void;
  resolveStreaming(): boolean;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
  getComponentByRoute(route: Route): Promise<unknown>;
  routeCache: { get(route: Route): { staticPaths?: { keyed: Map<string, { props?: object }> } } | undefined };
};

/** A page to be made: `file` below `client/`; `props` are what its path was given. */
export type PagePath = { file: string; pathname: string; isPage: boolean; route: Route; props: object | undefined };

export type PageProgram = { paths: PagePath[]; render: (page: PagePath) => Promise<Uint8Array> };

/**
 * Loads the program of a bundle and asks it which pages there are. Pages read records and snapshot from this process.
 * Astro's own loop over the pages is not used: it makes a stream of every page, and cannot tell which need to be made anew.
 */
export const openPageProgram = async (bundle: Bundle, siteUrl: string): Promise<PageProgram> => {
  const folder = join(bundle.folder, 'prerender');
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry.')) ?? '';
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: App };
  app.setInternals({ pagesByKeys: new Map(bundle.styles.map(([key, styles]) => [key, { styles }])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: console } } });
  app.resolveStreaming = () => false;
  const found = (await new StaticPaths(app as never).getAll()) as { pathname: string; route: Route }[];
  // All indexes that pages read are named from here on (site/queries/county.ts), whichever page is rendered first.
  for (const route of new Set(found.map(({ route }) => route))) await app.getComponentByRoute(route);
  const seen = new Set<string>();
  const paths = found.flatMap(({ pathname, route }): PagePath[] => {
    const isPage = route.type === 'page';
    const file = isPage ? fileOfPage(pathname) : pathname.replace(/^\//, '');
    // The first route that makes a file is the one that Astro would choose.
    if (seen.has(file)) return [];
    seen.add(file);
    return [{ file, pathname, isPage, route, props: app.routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props }];
  });
  const render = async ({ pathname, isPage, route }: PagePath): Promise<Uint8Array> => {
    const url = new URL(isPage ? pathname.replace(/\/?$/, '/') : pathname, siteUrl);
    const response = await app.render(new Request(url), { routeData: route });
    if (response.status !== 200 && pathname !== '/404') throw new Error(`${pathname}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return { paths, render };
};

const fileOfPage = (pathname: string): string => {
  const path = pathname.replaceAll(/^\/|\/$/g, '');
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
};
