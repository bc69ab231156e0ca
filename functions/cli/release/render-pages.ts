import { rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What was rendered: the number of pages, and the patterns of the paths that are rendered on demand instead. */
export type Rendered = { pages: number; onDemand: RegExp[] };

/**
 * Builds the site with Astro in this process into `folder` (`client/` and `server/`).
 * Pages read records and snapshot from this process, so they are loaded once.
 */
export const renderPages = async (target: 'node' | 'cloudflare', folder: string, siteUrl: string): Promise<Rendered> => {
  process.env['TARGET'] = target;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Encrypts the properties of server islands. There are none, and a random key would make equal builds differ.
  process.env['ASTRO_KEY'] ??= Buffer.alloc(32, 'huiyin').toString('base64');
  const rendered: Rendered = { pages: 0, onDemand: [] };
  // The pages are rendered by a bundle in `folder` that looks for its packages above itself; DATA_DIR may lie anywhere.
  const packages = join(dirname(folder), 'node_modules');
  await rm(packages, { force: true });
  await symlink(join(ROOT, 'node_modules'), packages);
  await build({
    root: ROOT,
    outDir: folder,
    site: siteUrl,
    logLevel: 'warn',
    integrations: [
      {
        name: 'huiyin:count',
        hooks: {
          'astro:routes:resolved': ({ routes }) => {
            const ours = routes.filter((route) => !route.isPrerendered && route.origin !== 'internal');
            rendered.onDemand = ours.map((route) => route.patternRegex);
          },
          'astro:build:done': ({ pages }) => {
            rendered.pages = pages.length;
          },
        },
      },
    ],
  });
  await rm(packages, { force: true });
  return rendered;
};
