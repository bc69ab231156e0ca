/** Every kind of page of the sample county with addresses to look at, so that a new kind is looked at without being named here. */
import { inject } from 'vitest';
import { PREFIXED_PAGES, PREFIXES } from '../../site/locales/prefixes.ts';
import { builtPages, type BuiltPage } from './site-pages.ts';
import { sourceFiles, sourceText } from './source-files.ts';

const FOLDER = 'site/pages/';

/** A file of `site/pages` and the paths that it makes. */
type Route = { file: string; pattern: RegExp; onDemand: boolean; open: number };

const routeOf = (path: string, prefix = ''): Route => {
  const file = prefix + path.slice(FOLDER.length);
  const parts = file.replace(/\.astro$/, '').split('/');
  if (parts.at(-1) === 'index') parts.pop();
  const pattern = parts.map((part) => (part.startsWith('[...') ? '(?:[^/]+/)*' : `${part.replace(/\[\w+\]/, '[^/]+')}/`)).join('');
  return {
    file,
    pattern: new RegExp(`^/${pattern}$`),
    onDemand: sourceText(path).includes('prerender = false'),
    open: parts.filter((part) => part.startsWith('[')).length,
  };
};

const prefixesOf = (path: string): string[] =>
  PREFIXED_PAGES.some((page) => path === `${FOLDER}${page}.astro`) ? PREFIXES.map((prefix) => `${prefix}/`) : [];

// As Astro chooses: the path with the fewest open parts wins.
const routes = (): Route[] =>
  sourceFiles([FOLDER], ['.astro'])
    .flatMap((path) => [routeOf(path), ...prefixesOf(path).map((prefix) => routeOf(path, prefix))])
    .toSorted((a, b) => a.open - b.open);

/** Prerendered pages by the file that makes them. */
export const pagesByRoute = (): Map<string, BuiltPage[]> => {
  const made = routes().filter(({ onDemand }) => !onDemand);
  return Map.groupBy(builtPages(), ({ path }) =>
    path === '/404.html' ? '404.astro' : (made.find(({ pattern }) => pattern.test(path))?.file ?? `nothing makes ${path}`),
  );
};

const isDesk = ({ file }: Route): boolean => file.startsWith('desk/');

/** Files of the routes that are answered on demand to everybody. */
export const routesOnDemand = (): string[] =>
  routes()
    .filter((route) => route.onDemand && !isDesk(route))
    .map(({ file }) => file);

/** Paths of the desk's pages, as patterns by their files: only somebody who has signed in can look at them. */
export const deskRoutes = (): { file: string; pattern: RegExp }[] => routes().filter(isDesk);

/** Addresses of every kind of page on demand, by the file that answers them. */
export const pagesOnDemand = async (): Promise<Map<string, string[]>> => {
  const published =
    /href="(\/messages\/msg_[^"]+)"/.exec(await (await fetch(`${inject('site').url}/messages/`)).text())?.[1] ?? 'no message is public';
  const pages: [string, string[]][] = [
    [
      'find/list/index.astro',
      [
        '/find/list/?q=%E6%96%B0%E6%B0%91%E6%9D%91',
        '/find/list/?q=%E9%97%BB%E5%BA%99%E7%A4%BE%E5%8C%BA',
        '/find/list/?q=%E7%81%AB%E6%98%9F',
        '/find/list/?q=%E2%80%AE',
      ],
    ],
    ['about/report-error/index.astro', ['/about/report-error/', '/about/report-error/?page=/deputies/wang-xiulan/']],
    ['follow/index.astro', ['/follow/', '/follow/?proposal=p-17-5-001', '/follow/?unit=transport&overdue=true']],
    ['follow/confirm/index.astro', ['/follow/confirm/']],
    ['follow/stop/index.astro', ['/follow/stop/']],
    ['messages/index.astro', ['/messages/']],
    ['messages/[id]/index.astro', [published]],
    [
      'messages/new/index.astro',
      ['/messages/new/', '/messages/new/?to=people:wang-xiulan', '/messages/new/?to=people:chen-guoliang', '/messages/new/?to=stations:nobody'],
    ],
    ['messages/status/index.astro', ['/messages/status/']],
    ['messages/lost/index.astro', ['/messages/lost/']],
    [
      'proposals/list/index.astro',
      ['/proposals/list/', '/proposals/list/?year=2026', '/proposals/list/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E5%BB%BA%E8%AE%AE'],
    ],
    ['reply/index.astro', ['/reply/']],
    ['reply/enter/[kind]/[target]/index.astro', ['/reply/enter/question/office/']],
    ['reply/letters/[id]/index.astro', ['/reply/letters/msg_00000000000000000000/']],
    ['reply/log/index.astro', ['/reply/log/']],
    ['reply/report/[id]/index.astro', ['/reply/report/dr-2026-xu-huifang/']],
    ['reply/sent/index.astro', ['/reply/sent/']],
    ['reports/[id]/receipt/index.astro', ['/reports/dr-2024-cao-lixin/receipt/', '/reports/dr-2024-dong-dayong/receipt/']],
    [
      'reports/[id]/rate/index.astro',
      ['/reports/dr-2024-cao-lixin/rate/', '/reports/dr-2024-dong-dayong/rate/', '/reports/dr-2026-xu-huifang/rate/'],
    ],
  ];
  const below = pages.flatMap(([file, paths]) =>
    prefixesOf(FOLDER + file).map((prefix): [string, string[]] => [prefix + file, paths.map((path) => `/${prefix.slice(0, -1)}${path}`)]),
  );
  return new Map([...pages, ...below]);
};

/** One prerendered page of every kind, the fullest of each. */
export const fullestPages = (): string[] =>
  [...pagesByRoute().values()].map((pages) => pages.toSorted((a, b) => b.html.length - a.html.length)[0]?.path ?? '');
