import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { INVENTORY, type Inventory } from '../../node/release.ts';

/** Every file below a folder, as sorted paths with `/`. */
export const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .toSorted();
};

/**
 * Writes the list of a release's public files with their sizes and digests. The Node host serves exactly this list,
 * so it is written last: a folder without it is no release.
 */
export const writeInventory = async (folder: string, onDemand: readonly RegExp[]): Promise<Inventory> => {
  const client = join(folder, 'client');
  const files: Inventory['files'] = {};
  for (const path of await listFiles(client)) {
    const bytes = readFileSync(join(client, path));
    files[path] = [bytes.length, digest(bytes)];
  }
  const inventory = { server: await digestOf(join(folder, 'server')), onDemand: onDemand.map(({ source }) => source), files };
  await writeFile(join(folder, INVENTORY), JSON.stringify(inventory));
  return inventory;
};

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const digestOf = async (folder: string): Promise<string> => {
  const hash = createHash('sha256');
  for (const path of await listFiles(folder)) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  return hash.digest('hex').slice(0, 32);
};
