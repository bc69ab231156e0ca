import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/run-program.ts';

/** A fresh folder on the disk of the checkout. Not in /tmp, which is memory on many machines: there a commit costs nothing. */
export const benchFolder = (): { folder: string; remove: () => void } => {
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
