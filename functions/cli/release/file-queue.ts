import { copyFile, link, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Files on their way to the disk at once; while they go, the next pages are made. */
const AT_ONCE = 64;

/** Writes files beside other work. `add` waits only while too many are under way; `finish` waits for all. @throws where a file could not be written */
export const fileQueue = (): {
  write: (path: string, bytes: Uint8Array) => Promise<void>;
  take: (from: string, path: string) => Promise<void>;
  finish: () => Promise<void>;
} => {
  const underWay = new Set<Promise<void>>();
  const folders = new Set<string>();
  let failed: { error: unknown } | undefined;
  const add = async (path: string, put: () => Promise<void>): Promise<void> => {
    if (failed) throw failed.error;
    const folder = dirname(path);
    const place = async (): Promise<void> => {
      if (!folders.has(folder)) await mkdir(folder, { recursive: true });
      folders.add(folder);
      await put();
    };
    const done = place()
      .catch((error: unknown) => void (failed ??= { error }))
      .finally(() => underWay.delete(done));
    underWay.add(done);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  };
  return {
    write: (path, bytes) => add(path, () => writeFile(path, bytes)),
    // A link costs neither time nor room; across file systems it has to be a copy.
    take: (from, path) => add(path, () => link(from, path).catch(() => copyFile(from, path))),
    finish: async () => {
      await Promise.all(underWay);
      if (failed) throw failed.error;
    },
  };
};
