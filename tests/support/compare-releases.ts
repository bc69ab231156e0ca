/** Whether two releases hold the same public files; only release.json may differ, which holds the time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const filesOf = (client: string): string[] =>
  readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(client.length + 1))
    .toSorted();

/** Paths that differ, or are in one only. */
export function differentFiles(one: string, other: string): string[] {
  const [mine, theirs] = [filesOf(one), filesOf(other)];
  const both = new Set(mine).intersection(new Set(theirs));
  return [
    ...new Set([...mine, ...theirs].filter((path) => !both.has(path))),
    ...[...both].filter((path) => path !== 'data/release.json' && !readFileSync(join(one, path)).equals(readFileSync(join(other, path)))),
  ];
}
