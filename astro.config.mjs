import { resolve } from 'node:path';
import { defineConfig, passthroughImageService } from 'astro/config';
import { devIntegration } from './functions/cli/dev/dev-integration.ts';
import { placeholderOf } from './functions/cli/release/fill-server.ts';
import { findIndexOf } from './functions/cli/release/find-index.ts';
import { prefixedPages } from './site/locales/prefixed-pages.ts';
import { traditionalWords } from './site/locales/traditional-words.ts';
import { frameModule } from './site/queries/frame-module.ts';

/** `node` (one machine) or `cloudflare`. */
const target = process.env.TARGET === 'cloudflare' ? 'cloudflare' : 'node';
const contentDir = resolve(process.env.CONTENT_DIR || './content');
// Another folder of pages; tests try the hosts with a tiny one.
const siteDir = process.env.SITE_SOURCE || './site';
const dataDir = resolve(process.env.DATA_DIR || './.data');

/** Packages of the Worker, named so that `npm run dev` prepares them at once and not one by one as they are met. */
const WORKER_PACKAGES = [
  '@astrojs/cloudflare/handler',
  '@better-auth/passkey',
  '@libsql/client/web',
  '@better-auth/passkey',
  'altcha-lib',
  'altcha-lib/algorithms/web/sha',
  'better-auth/api',
  'better-auth/crypto',
  'better-auth/minimal',
  'better-auth/plugins',
  'better-auth/adapters/drizzle',
  'better-auth/api',
  'better-auth/crypto',
  'better-auth/minimal',
  'better-auth/plugins',
  'drizzle-orm',
  'drizzle-orm/libsql/web',
  'drizzle-orm/sqlite-core',
  'hono',
  'hono/cookie',
  'hono/factory',
  'hono/route',
  'hono/route',
  'nodemailer',
  'papaparse',
  'write-excel-file/universal',
  'zod',
];

// Only the adapter in use is loaded: the other one brings wrangler with it.
const adapter =
  target === 'cloudflare'
    ? (await import('@astrojs/cloudflare')).default({ prerenderEnvironment: 'node', imageService: 'passthrough' })
    : (await import('@astrojs/node')).default({ mode: 'middleware', bodySizeLimit: 64 * 1024 });

export default defineConfig({
  site: process.env.SITE_URL || 'http://localhost:4321',
  srcDir: siteDir,
  publicDir: `${siteDir}/public`,
  outDir: `./dist/${target}`,
  // Not in node_modules, and one for each target: the two builds must not reuse each other's modules.
  cacheDir: `./.cache/astro-${target}`,
  output: 'static',
  trailingSlash: 'always',
  // Everything in files of its own, so that one constant Content-Security-Policy fits every page.
  // While one page is written to disk others are rendered.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  i18n: {
    defaultLocale: 'zh-Hans',
    locales: ['zh-Hans', { path: 'zh-hant', codes: ['zh-Hant'] }, 'en'],
    routing: { prefixDefaultLocale: false },
  },
  session: false,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  security: {
    // functions/node/lend-host.ts drops what a visitor claims in these headers and sets them itself.
    allowedDomains: target === 'node' ? [{}] : [],
  },
  adapter,
  integrations: [devIntegration(contentDir, dataDir), prefixedPages(resolve(siteDir))],
  vite: {
    // A build beside a running `npm run dev` must not take away what that has prepared.
    cacheDir: `./.cache/vite-${target}${process.argv.includes('dev') ? '-dev' : ''}`,
    build: { assetsInlineLimit: 0 },
    plugins: [frameModule(({ records, today }) => findIndexOf(records, today).plan, placeholderOf), traditionalWords()],
    // A release folder may lie anywhere, far from node_modules.
    environments: { ssr: target === 'node' ? { resolve: { noExternal: true } } : { optimizeDeps: { include: WORKER_PACKAGES } } },
  },
});
