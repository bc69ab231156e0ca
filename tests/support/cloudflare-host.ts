import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startDevDatabase } from '../../functions/cli/dev/dev-database.ts';
import { freePort } from './free-port.ts';
import { ROOT, startProgram, untilPrinted } from './run-program.ts';
import type { TinyCounty } from './tiny-host.ts';

const DEPLOY_POINTER = join(ROOT, '.wrangler/deploy/config.json');

/** Builds the deployable Worker of a county into `folder`, as `npm run build:cloudflare` does. */
export const buildForCloudflare = async (county: TinyCounty, folder: string): Promise<string> => {
  // The build points `wrangler deploy` to its folder; a test must not leave the checkout pointing to its own.
  const pointer = existsSync(DEPLOY_POINTER) ? readFileSync(DEPLOY_POINTER) : undefined;
  const env = { ...county.env, TARGET: 'cloudflare', OUT_DIR: folder };
  const { code, output } = await startProgram(['functions/cli/build.ts'], env).ended;
  if (pointer) writeFileSync(DEPLOY_POINTER, pointer);
  else rmSync(DEPLOY_POINTER, { force: true });
  if (code !== 0) throw new Error(output);
  return output;
};

/** Runs a built Worker with its static files in workerd, by `wrangler dev`, with a database endpoint of its own. */
export const runInWorkerd = async (folder: string, dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> => {
  const [port, inspector, databasePort] = [await freePort(), await freePort(), await freePort()];
  const database = await startDevDatabase(join(dataDir, 'workerd'), databasePort);
  const key = Buffer.alloc(32, 'test').toString('base64');
  const vars = [`DATABASE_URL:${database.url}`, `CODE_PEPPER:${key}`, `CONTACT_KEY:${key}`, `SESSION_SECRET:${key}`];
  const home = join(dataDir, 'home');
  mkdirSync(home, { recursive: true });
  const program = startProgram(
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      'dev',
      '-c',
      join(folder, 'server/wrangler.json'),
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      String(inspector),
      '--show-interactive-dev-session=false',
      ...vars.flatMap((value) => ['--var', value]),
    ],
    { HOME: home, WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: dirname(join(home, 'log')), CI: '1' },
  );
  await untilPrinted(program, 'Ready on');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      program.child.kill('SIGTERM');
      await program.ended;
      await database.close();
    },
  };
};
