import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isCompressible, mediaType } from './media-type.ts';

/** Astro's built handler for the pages that are rendered on demand; `next` is called when no such page has the path. */
export type PageHandler = (req: IncomingMessage, res: ServerResponse, next: () => void) => Promise<void>;

export type ReleasedFile = {
  file: string;
  bytes: number;
  type: string;
  compressible: boolean;
  etag: string;
  immutable: boolean;
};

/** Files by the path that a visitor asks for. */
export type FileTable = ReadonlyMap<string, ReleasedFile>;

/** One whole release, read into memory as a table, so that a request is answered from it alone. */
export type Release = {
  id: string;
  files: FileTable;
  /** True for the path of a page that is rendered on demand. */
  isOnDemand: (path: string) => boolean;
  handlePage: PageHandler;
};

/**
 * What publish writes last into a release folder: every public file with its size and digest, the digest of its server,
 * and the patterns of the paths that the server renders on demand.
 */
export type Inventory = { server: string; onDemand: string[]; files: Record<string, [bytes: number, digest: string]> };

export const INVENTORY = 'inventory.json';

/** Files whose name changes with their content: safe to keep for ever, and still needed by pages already open. */
export const isHashed = (path: string): boolean => /^_astro\/|^find\/names\/\w+\/|^pagefind\/shards\//.test(path);

/**
 * Reads a release folder.
 * @throws when the folder is not a whole release (no inventory, or its server cannot be loaded)
 */
export const openRelease = async (folder: string): Promise<Release> => {
  const inventory = await readInventory(folder);
  const onDemand = inventory.onDemand.map((source) => new RegExp(source));
  return {
    id: basename(folder),
    files: tableOf(folder, inventory),
    isOnDemand: (path) => onDemand.some((pattern) => pattern.test(path)),
    handlePage: await loadHandler(inventory.server, folder),
  };
};

/** The public files of a release by their path on the site, without its server. */
export const openFiles = async (folder: string): Promise<FileTable> => tableOf(folder, await readInventory(folder));

const readInventory = async (folder: string): Promise<Inventory> => JSON.parse(await readFile(join(folder, INVENTORY), 'utf8')) as Inventory;

const tableOf = (folder: string, inventory: Inventory): FileTable => {
  const files = new Map<string, ReleasedFile>();
  for (const [path, [bytes, digest]] of Object.entries(inventory.files)) {
    const type = mediaType(path);
    files.set(`/${path.replace(/(^|\/)index\.html$/, '$1')}`, {
      file: join(folder, 'client', path),
      bytes,
      type,
      compressible: isCompressible(type),
      etag: `"${digest}"`,
      immutable: isHashed(path),
    });
  }
  return files;
};

const handlers = new Map<string, Promise<PageHandler>>();

// Modules are never unloaded (about 5 MB a build), and most releases change content, not code: an equal server is
// loaded once. All its chunks are loaded at once, so that it still works when its folder has been pruned.
const loadHandler = (digest: string, folder: string): Promise<PageHandler> => {
  const known = handlers.get(digest);
  if (known) return known;
  const loading = importServer(join(folder, 'server'));
  handlers.set(digest, loading);
  loading.catch(() => handlers.delete(digest));
  return loading;
};

const importServer = async (folder: string): Promise<PageHandler> => {
  const names = await readdir(folder, { recursive: true });
  const modules = names.filter((name) => name.endsWith('.mjs') && name !== 'entry.mjs');
  await Promise.all(modules.map((name) => import(pathToFileURL(join(folder, name)).href)));
  const entry = (await import(pathToFileURL(join(folder, 'entry.mjs')).href)) as { handler: PageHandler };
  return entry.handler;
};
