import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeInventory } from '../../functions/cli/release/inventory.ts';

/** A release with exactly these public files, and a server that answers `/live/` with `says`. */
export const writeHandMadeRelease = async (dataDir: string, id: string, files: Record<string, string | Buffer>, says = id): Promise<void> => {
  const folder = join(dataDir, 'releases', id);
  const server = `export const handler = async (req, res, next) => req.url.startsWith('/live/') ? res.end(${JSON.stringify(says)}) : next();\n`;
  const all: Record<string, string | Buffer> = { 'server/entry.mjs': server };
  for (const [path, content] of Object.entries(files)) all[`client/${path}`] = content;
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await writeInventory(folder, [/^\/live\/$/]);
};
