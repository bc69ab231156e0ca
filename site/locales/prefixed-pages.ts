import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { PREFIXED_PAGES, PREFIXES, routeOfPage } from './prefixes.ts';

/**
 * Gives every page that has prefixes a route below each of them. The page file is the same one: it learns its language
 * from `Astro.currentLocale`, and `site/middleware.ts` keeps its links below the prefix. Other prefixes are 404.
 */
export const prefixedPages = (siteDir: string): AstroIntegration => ({
  name: 'huiyin:prefixed-pages',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const page of PREFIXED_PAGES) {
        const entrypoint = join(siteDir, 'pages', `${page}.astro`);
        if (!existsSync(entrypoint)) continue;
        const prerender = !readFileSync(entrypoint, 'utf8').includes('export const prerender = false');
        for (const prefix of PREFIXES) injectRoute({ pattern: `/${prefix}/${routeOfPage(page)}`, entrypoint, prerender });
      }
    },
  },
});
