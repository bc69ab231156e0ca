import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseWords as words } from '../../words/release.ts';
import { ReleaseFaults } from '../../release-faults.ts';

const BUNDLER = fileURLToPath(new URL('../bundle.ts', import.meta.url));

/** What Astro knows of a bundle besides its files: paths rendered on demand, as patterns, and the style sheets of each page. */
export type BundleFile = { onDemand: string[]; styles: [page: string, styles: unknown[]][] };
export const BUNDLE_FILE = 'bundle.json';
/** Written last: a bundle without it is not whole. */
const CODE_FILE = 'code.txt';

/** Folder with `client/`, `server/`, `prerender/`; `again` where it was made by this run. */
export type Bundle = BundleFile & { folder: string; code: string; again: boolean };
export type BundleOrder = { target: 'node' | 'cloudflare'; dataDir: string; siteUrl: string; code: string };

/**
 * The programs of the site: those of the run before while the code has not changed, else new ones, made in a process of
 * its own, so that a publish can read records meanwhile and gets the memory back.
 * @throws ReleaseFaults when the code cannot be bundled
 */
export const prepareBundle = async ({ target, dataDir, siteUrl, code }: BundleOrder, stopped: AbortSignal): Promise<Bundle> => {
  const folder = join(dataDir, 'bundles', target);
  const again = read(join(folder, CODE_FILE)) !== code;
  if (again) {
    rmSync(join(folder, CODE_FILE), { force: true });
    await bundleApart([target, folder, siteUrl], stopped);
    writeFileSync(join(folder, CODE_FILE), code);
  }
  return { folder, code, again, ...(JSON.parse(read(join(folder, BUNDLE_FILE)) ?? '') as BundleFile) };
};

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const bundleApart = (order: string[], signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BUNDLER, ...order], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], signal });
    child.on('error', reject);
    child.on('exit', (status) => (status === 0 ? resolve() : reject(new ReleaseFaults([], words.notBundled))));
  });
