/** The peer of lighthouse.ts: a Starlight site as its starter begins, made in a temporary folder and served packed as our host packs. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Exact versions, so that one run compares with another. */
export const PACKAGES = ['lighthouse@13.5.0', 'astro@7.3.5', '@astrojs/starlight@0.42.4', '@astrojs/markdown-remark@7.3.1', 'sharp@0.35.5'];

const FILES: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'starter', type: 'module', private: true }),
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://example.com',
  integrations: [starlight({ title: 'My Docs', sidebar: [{ label: 'Guides', items: [{ label: 'Example Guide', slug: 'guides/example' }] }] })],
});
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  'src/content/docs/index.md': `---
title: Welcome to Starlight
description: Get started building your docs site with Starlight.
template: splash
hero:
  tagline: Congrats on setting up a new Starlight project!
---

## Next steps

Edit a page, add a page, configure the site, read the docs.
`,
  'src/content/docs/guides/example.md': `---
title: Example Guide
description: A guide in my new Starlight docs site.
---

Guides lead a user through a specific task they want to accomplish, often with a sequence of steps.
Writing a good guide requires thinking about what your users are trying to do.

## Further reading

- Read about how-to guides in a documentation framework
`,
};

/** Installs the packages and builds the starter. @returns the folder of the built site */
export function buildStarter(folder: string): string {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = (file: string, ...args: string[]) => execFileSync(file, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES);
  run(process.execPath, 'node_modules/astro/bin/astro.mjs', 'build');
  return join(folder, 'dist');
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** Serves a built site with brotli and, for hashed files, a year of caching. */
export async function serveBuilt(root: string, port: number): Promise<() => void> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(root) || !existsSync(file)) return void response.writeHead(404).end();
    const body = packed.get(file) ?? brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    packed.set(file, body);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'cache-control': path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    response.end(body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return () => void server.close();
}
