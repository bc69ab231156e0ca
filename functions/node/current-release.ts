import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseFaults } from '../release-faults.ts';
import { releaseWords as words } from '../words/release.ts';
import { openFiles, openRelease, type FileTable, type Release } from './release.ts';

/** The release in use, and the files of the two before it, of which pages already open still ask for the hashed ones. */
export type Shelf = { current: Release; older: readonly FileTable[] };

export type ShelfWatch = { shelf: () => Shelf; stop: () => void };

/** Told of each switch, and of a release that could not be opened (the old one then stays in use). */
export type ShelfEvents = { switched: (id: string) => void; failed: (id: string, error: unknown) => void };

/**
 * Opens the current release and follows the `current` link without a restart. A request takes the shelf once and
 * keeps it, so it never sees two releases.
 * @param releases the folder with the releases and the link `current`
 * @throws ReleaseFaults when there is no release yet
 */
export const watchShelf = async (releases: string, events: ShelfEvents, everyMs = 500): Promise<ShelfWatch> => {
  const first = await readlink(join(releases, 'current')).catch(() => undefined);
  if (first === undefined) throw new ReleaseFaults([], words.noRelease);
  let shelf = await openShelf(releases, first);
  let refused = '';
  let busy = false;

  const look = async () => {
    if (busy) return;
    busy = true;
    const id = await readlink(join(releases, 'current')).catch(() => shelf.current.id);
    try {
      if (id === shelf.current.id || id === refused) return;
      shelf = await openShelf(releases, id);
      refused = '';
      events.switched(id);
    } catch (error) {
      refused = id;
      events.failed(id, error);
    } finally {
      busy = false;
    }
  };

  const timer = setInterval(() => void look(), everyMs);
  return { shelf: () => shelf, stop: () => clearInterval(timer) };
};

const openShelf = async (releases: string, id: string): Promise<Shelf> => {
  const names = await readdir(releases, { withFileTypes: true });
  const others = names.filter((entry) => entry.isDirectory() && entry.name !== id).map((entry) => entry.name);
  const newestFirst = others.toSorted().toReversed().slice(0, 2);
  const opened = await Promise.allSettled(newestFirst.map((name) => openFiles(join(releases, name))));
  return {
    current: await openRelease(join(releases, id)),
    older: opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
  };
};
