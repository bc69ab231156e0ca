import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CODE = ['site', 'functions', 'db', 'astro.config.mjs', 'package-lock.json'];

/**
 * One digest of all that a release is made from: the content, the code, the address and the day (what is overdue
 * changes with the date). Equal digests mean that publishing again would change nothing but row facts.
 */
export const sourceDigest = async (contentDir: string, siteUrl: string, today: string): Promise<string> => {
  const hash = createHash('sha256').update(`${siteUrl}\0${today}\0`);
  for (const path of [...CODE.map((name) => join(ROOT, name)), contentDir])
    for (const file of await filesOf(path)) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
};

const filesOf = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
};
