import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes the generated `server/wrangler.json` deployable: the development database is taken out, so that the secret of
 * the same name is used, and the public address is put in. The copy of this machine's development secrets is removed.
 */
export const writeWorkerConfig = async (server: string, siteUrl: string): Promise<void> => {
  await rm(join(server, '.dev.vars'), { force: true });
  const file = join(server, 'wrangler.json');
  const config = JSON.parse(await readFile(file, 'utf8')) as { vars?: Record<string, unknown> };
  const { DATABASE_URL: _, ...vars } = config.vars ?? {};
  await writeFile(file, `${JSON.stringify({ ...config, vars: { ...vars, SITE_URL: siteUrl } }, null, 2)}\n`);
};
