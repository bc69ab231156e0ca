import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import { BUNDLE_FILE, type BundleFile } from './bundle.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Turns the code of the site into programs with Astro: `prerender/` renders the pages that are made ahead, `server/`
 * those on demand, `client/` holds styles, scripts and public files. Nothing of the content is in them, so that they
 * serve for every release of the same code.
 */
export const makeBundle = async (target: 'node' | 'cloudflare', folder: string, siteUrl: string): Promise<void> => {
  process.env['TARGET'] = target;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Encrypts the properties of server islands. There are none, and a random key would make equal builds differ.
  process.env['ASTRO_KEY'] ??= Buffer.alloc(32, 'huiyin').toString('base64');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // The programs look for their packages above themselves; DATA_DIR may lie anywhere.
  const packages = join(dirname(folder), 'node_modules');
  await rm(packages, { force: true });
  await symlink(join(ROOT, 'node_modules'), packages);
  const made: BundleFile = { onDemand: [], styles: [] };
  await build({ root: ROOT, outDir: folder, site: siteUrl, logLevel: 'warn', integrations: [keepPrograms(folder, made)] });
  await writeFile(join(folder, BUNDLE_FILE), JSON.stringify(made));
};

/** Astro renders no page here; what it would have rendered them with is kept. */
const keepPrograms = (folder: string, made: BundleFile): AstroIntegration => {
  let pages: ReadonlyMap<string, { styles: unknown[] }> = new Map();
  return {
    name: 'huiyin:bundle',
    hooks: {
      'astro:routes:resolved': ({ routes }) => {
        made.onDemand = routes.filter((route) => !route.isPrerendered && route.origin !== 'internal').map(({ patternRegex }) => patternRegex.source);
      },
      'astro:build:setup': ({ vite, pages: known }) => {
        pages = known;
        // With a prerenderer of its own a site has to name this entry itself.
        const build = vite.environments?.['prerender']?.build as { rolldownOptions: { input?: string } };
        build.rolldownOptions.input = 'astro/entrypoints/prerender';
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'huiyin:none',
          setup: async () => {
            made.styles = [...pages].map(([key, { styles }]) => [key, styles]);
            // Astro removes the folder when this is done.
            await cp(join(folder, 'server/.prerender'), join(folder, 'prerender'), { recursive: true });
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('no page is rendered while bundling')),
        }),
    },
  };
};
