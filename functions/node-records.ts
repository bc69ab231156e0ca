/** Records on one machine: the release that `releases/current` points to. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createRecords, type Records } from './records.ts';

/** Reads `client/data/release.json` of the current release; a switched release is seen at once. */
export function nodeRecords(dataDir: string): Records {
  const client = join(dataDir, 'releases', 'current', 'client');
  const file = join(client, 'data', 'release.json');
  return createRecords({
    version: async () => {
      const { ino, mtimeMs, size } = await stat(file);
      return `${ino}-${mtimeMs}-${size}`;
    },
    text: () => readFile(file, 'utf8'),
    file: (path) => readFile(join(client, path), 'utf8'),
  });
}
