/** The sample county, published once a run and served as `npm start` serves it: the tests of the built site share it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';
import { ROOT, startProgram, untilPrinted } from './run-program.ts';

/** The day on which the sample is looked at. */
export const TODAY = '2026-11-22';

export type SampleSite = {
  url: string;
  /** Environment of commands on this site, for example `npm run codes`. */
  env: Record<string, string>;
  /** Folder of the release that is served. */
  release: string;
};

declare module 'vitest' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  interface ProvidedContext {
    site: SampleSite;
  }
}

export default async function publishSampleOnce(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiyin-sample-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    CONTENT_DIR: join(ROOT, 'content'),
    DATA_DIR: dataDir,
    PORT: String(port),
    SITE_URL: url,
    HUIYIN_TODAY: TODAY,
    TRUSTED_PROXY: 'x-real-ip',
  };
  const program = startProgram(['functions/cli/start.ts'], env);
  const remove = async (): Promise<void> => {
    program.child.kill('SIGTERM');
    await program.ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await untilPrinted(program, `://localhost:${port}`, 180_000);
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('site', { url, env, release: join(dataDir, 'releases/current') });
  return remove;
}
