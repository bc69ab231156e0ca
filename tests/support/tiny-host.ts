import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startProgram, untilPrinted, type Program } from './run-program.ts';
import { writeTinyContent } from './tiny-content.ts';

/** A tiny county in a folder of its own, and the commands on it as an operator would run them. */
export type TinyCounty = {
  contentDir: string;
  dataDir: string;
  env: Record<string, string>;
  publish: (more?: Record<string, string>) => Program['ended'];
  serve: (more?: Record<string, string>) => Promise<{ url: string; program: Program; stop: () => Promise<void> }>;
  remove: () => void;
};

export const tinyCounty = (): TinyCounty => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-'));
  const contentDir = writeTinyContent(join(folder, 'content'));
  const dataDir = join(folder, 'data');
  const env = { CONTENT_DIR: contentDir, DATA_DIR: dataDir, SITE_SOURCE: './tests/support/tiny-site' };
  return {
    contentDir,
    dataDir,
    env,
    publish: (more = {}) => startProgram(['functions/cli/publish.ts'], { ...env, ...more }).ended,
    serve: async (more = {}) => {
      const port = await freePort();
      const program = startProgram(['functions/node.ts'], { ...env, PORT: String(port), ...more });
      await untilPrinted(program, `:${port}`);
      const stop = async () => {
        program.child.kill('SIGTERM');
        await program.ended;
      };
      return { url: `http://127.0.0.1:${port}`, program, stop };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
