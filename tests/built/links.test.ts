import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker } from 'linkinator';
import { expect, inject, test } from 'vitest';
import { builtPages, publicFiles, publicFolder } from '../support/site-pages.ts';

test(
  'from the home page every link, style sheet, picture and place in a page leads somewhere, and every page is reached',
  { timeout: 240_000 },
  async () => {
    const { url } = inject('site');
    const { links } = await new LinkChecker().check({
      path: `${url}/`,
      recurse: true,
      concurrency: 20,
      checkCss: true,
      checkFragments: true,
      // Other sites may be named, never loaded (below); whether they are up is not ours to test.
      linksToSkip: async (link) => !link.startsWith(`${url}/`),
    });
    const broken = links.filter(({ state }) => state === 'BROKEN').map(({ url: to, status, parent }) => `${parent} → ${to} ${status}`);
    expect(links.length).toBeGreaterThan(1000);
    expect([...new Set(broken)]).toEqual([]);
    const reached = new Set(links.map((link) => new URL(link.url).pathname));
    // Printed codes lead to their pages, the offline worker shows its own, and cards are offered only while they are valid; all else is reached by going from page to page.
    const printed = /^\/q\/|\/cards?\/|\/offline\/$/;
    expect(
      builtPages()
        .map(({ path }) => path)
        .filter((path) => !reached.has(path) && path !== '/404.html' && !printed.test(path)),
    ).toEqual([]);
  },
);

/** What a browser fetches by itself, in a page, a style sheet or a script; links that wait for a click are not among it. */
const LOADS = [
  /<(?:img|script|iframe|embed|source|video|audio|track|object|input)\b[^>]*\s(?:src|srcset|data|poster)\s*=\s*["']?\s*(?:https?:)?\/\//i,
  /<link\b(?![^>]*rel="(?:canonical|alternate|license)")[^>]*\shref\s*=\s*["']?\s*(?:https?:)?\/\//i,
  /<(?:form|button)\b[^>]*\s(?:form)?action\s*=\s*["']?\s*(?:https?:)?\/\//i,
  /<(?:base|meta[^>]+http-equiv)\b/i,
];
const STYLE_LOADS = [/url\(\s*["']?\s*(?:https?:)?\/\//i, /@import/i];
const SCRIPT_LOADS = [
  /(?:fetch|import|importScripts|new Worker|new WebSocket|new EventSource)\(\s*["'`](?:https?:|wss?:)?\/\//,
  /\bfrom\s*["'](?:https?:)?\/\//,
];

test.each([
  ['.html', LOADS],
  ['.css', STYLE_LOADS],
  ['.js', SCRIPT_LOADS],
  ['.svg', [...STYLE_LOADS, /href\s*=\s*["'](?:https?:)?\/\//i]],
])('no %s file makes a browser ask another origin', (ending, patterns) => {
  const files = publicFiles(ending);
  expect(files.length).toBeGreaterThan(0);
  const foreign = files.flatMap((file) => {
    const text = readFileSync(join(publicFolder(), file), 'utf8');
    return patterns.flatMap((pattern) => (pattern.test(text) ? [`${file}: ${pattern.exec(text)?.[0]}`] : []));
  });
  expect(foreign).toEqual([]);
});
