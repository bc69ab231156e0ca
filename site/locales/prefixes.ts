/** The other faces of a page: Traditional Chinese, English, and large letters (适老化), each below a prefix of its own. */
export const PREFIXES = ['zh-hant', 'en', 'elder'] as const;
export type Prefix = (typeof PREFIXES)[number];

/**
 * The pages that exist below every prefix, as files of `site/pages`: home, look-up with the places that answer it,
 * profiles, cards, stations, forms, and what the offline worker says. All other pages exist once.
 */
export const PREFIXED_PAGES = [
  'index',
  'find/index',
  'find/list/index',
  'areas/[id]',
  'deputies/[id]/index',
  'deputies/[id]/card/index',
  'deputies/[id]/card/[mandate]',
  'stations/index',
  'stations/[id]',
  'messages/new/index',
  'messages/status/index',
  'messages/lost/index',
  'reports/[id]/rate/index',
  'reports/[id]/receipt/index',
  'about/ratings/index',
  'offline/index',
] as const;

/** The route of a page file: `deputies/[id]/card` */
export const routeOfPage = (page: string): string => page.replace(/(^|\/)index$/, '');

const PATTERNS = PREFIXED_PAGES.map((page) => new RegExp(`^/${routeOfPage(page).replaceAll(/\[\w+\]/g, '[^/.]+')}/?$`));

/** Whether the page at a path without prefix exists below the prefixes too. */
export const isPrefixed = (path: string): boolean => PATTERNS.some((pattern) => pattern.test(path));

/** `/en/find/` → en and `/find/`; a path without prefix comes back as it is. */
export function splitPath(path: string): { prefix: Prefix | undefined; rest: string } {
  const first = path.split('/')[1];
  const prefix = PREFIXES.find((known) => known === first);
  return prefix ? { prefix, rest: path.slice(prefix.length + 1) || '/' } : { prefix: undefined, rest: path };
}

/** Where a link on a page below a prefix leads: to a page below it too, where there is one. */
export const linkBelow = (prefix: Prefix | undefined, path: string): string => (prefix && isPrefixed(path) ? `/${prefix}${path}` : path);

/** The same page below a prefix, or the home page there if the page exists only once. */
export const pathBelow = (prefix: Prefix | undefined, rest: string): string => (prefix ? `/${prefix}${isPrefixed(rest) ? rest : '/'}` : rest);
