import cloudflare from '@astrojs/cloudflare';
import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';

const target = process.env.TARGET === 'cloudflare' ? 'cloudflare' : 'node';
const outDir = process.env.OUT_DIR ?? `./dist/${target}`;

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  srcDir: './site',
  publicDir: './site/public',
  outDir,
  cacheDir: `./.cache/astro-${target}`,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  i18n: { defaultLocale: 'zh-Hans', locales: ['zh-Hans', { path: 'zh-hant', codes: ['zh-Hant'] }, 'en'], routing: { prefixDefaultLocale: false } },
  session: false,
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  adapter: target === 'cloudflare' ? cloudflare({ prerenderEnvironment: 'node', imageService: 'passthrough' }) : node({ mode: 'middleware' }),
  vite: {
    cacheDir: `./.cache/vite-${target}`,
    build: { assetsInlineLimit: 0 },
    environments: target === 'node' ? { ssr: { resolve: { noExternal: true } } } : {},
  },
});
