/** Every byte that a release gives away, also inside archives and packed files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** What a file says; Pagefind parts words by zero-width spaces. */
const contentsOf = (path: string): Buffer[] => {
  const bytes = readFileSync(path);
  if (path.endsWith('.zip')) return [bytes, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))];
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return packed ? [Buffer.from(gunzipSync(bytes).toString().replaceAll('\u{200B}', ''))] : [bytes];
};

/** Files below a release folder that hold a sign (lower-case ASCII) in any case, by their paths; and how many were looked into. */
export function filesHolding(release: string, signs: readonly string[]): { found: Map<string, string[]>; files: number; bytes: number } {
  const found = new Map(signs.map((sign): [string, string[]] => [sign, []]));
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(release, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const contents = contentsOf(path);
    files += 1;
    for (const content of contents) bytes += content.length;
    const name = path.slice(release.length + 1);
    for (const sign of signs)
      if (
        name.toLowerCase().includes(sign) ||
        contents.some((content) => content.includes(sign) || content.toString('latin1').toLowerCase().includes(sign))
      )
        found.get(sign)?.push(name);
  }
  return { found, files, bytes };
}
