import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Endpoint } from '../libsql-endpoint.ts';
import { devDatabasePort, startDevDatabase } from './dev-database.ts';
import { devNames } from './dev-names.ts';
import { devRelease } from './dev-release.ts';
import { writeDevSecrets } from './dev-secrets.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Makes `npm run dev` one process: a database for the Worker, secrets on first start, `/data/release.json` from the
 * content as it is, and a reload of every open page when a record changes.
 */
export const devIntegration = (contentDir: string, dataDir: string): AstroIntegration => {
  let endpoint: Endpoint | undefined;
  return {
    name: 'huiyin:dev',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        if (command !== 'dev') return;
        // Under `always` Astro's dev server answers 404 for /api/… before the Worker sees it; built hosts redirect pages.
        updateConfig({ trailingSlash: 'ignore' });
        if (endpoint) return;
        writeDevSecrets(resolve(ROOT, '.dev.vars'));
        endpoint = await startDevDatabase(dataDir, devDatabasePort(resolve(ROOT, 'wrangler.toml')));
      },
      'astro:server:setup': ({ server }) => {
        const release = devRelease(contentDir);
        const names = devNames(contentDir);
        server.middlewares.use('/data/release.json', release.answer);
        server.middlewares.use('/find/names/', names.answer);
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(contentDir)) return;
          release.forget();
          names.forget();
          server.ws.send({ type: 'full-reload' });
        });
      },
      'astro:server:done': async () => {
        await endpoint?.close();
        endpoint = undefined;
      },
    },
  };
};
