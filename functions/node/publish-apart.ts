import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PUBLISH = fileURLToPath(new URL('../cli/publish.ts', import.meta.url));

/**
 * Publishes in a process of its own, so that its memory is given back and visitors do not wait for it.
 * @returns its exit code, 0 where a new release is in use
 */
export const publishApart = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PUBLISH], { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
