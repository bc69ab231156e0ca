import { chmod, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isReleaseId } from './release-id.ts';

/** Releases kept: the current one and two to go back to. */
const KEPT = 3;

export const releasesFolder = (dataDir: string): string => join(dataDir, 'releases');

/** Where a release is built. Always the same name, so that equal code gives equal bytes. */
export const workFolder = (dataDir: string): string => join(releasesFolder(dataDir), 'next.partial');

/** The id that `current` names, or undefined before the first release. */
export const currentRelease = (dataDir: string): Promise<string | undefined> =>
  readlink(join(releasesFolder(dataDir), 'current')).catch(() => undefined);

/** Ids of all whole releases, newest first. */
export const listReleases = async (dataDir: string): Promise<string[]> => {
  const names = await readdir(releasesFolder(dataDir)).catch(() => []);
  return names.filter(isReleaseId).toSorted().toReversed();
};

/** Removes what an interrupted run left behind, and makes an empty folder to work in. */
export const clearWork = async (dataDir: string): Promise<void> => {
  await rm(workFolder(dataDir), { recursive: true, force: true });
  await rm(join(releasesFolder(dataDir), 'current.next'), { force: true });
  await mkdir(workFolder(dataDir), { recursive: true });
  // A web server in front, under another user, reads the released files; all else in the data folder is private.
  for (const folder of [releasesFolder(dataDir), workFolder(dataDir)]) await chmod(folder, 0o755);
};

/** Gives the finished work its name. From here on it is a whole release, but not yet the one visitors see. */
export const nameRelease = (dataDir: string, id: string): Promise<void> => rename(workFolder(dataDir), join(releasesFolder(dataDir), id));

/** Makes a release current. One rename of a link: a visitor gets the old or the new release, never something between. */
export const switchTo = async (dataDir: string, id: string): Promise<void> => {
  const next = join(releasesFolder(dataDir), 'current.next');
  await rm(next, { force: true });
  await symlink(id, next);
  await rename(next, join(releasesFolder(dataDir), 'current'));
};

/** Removes all releases but the newest three and the current one; says which. */
export const prune = async (dataDir: string): Promise<string[]> => {
  const current = await currentRelease(dataDir);
  const ids = await listReleases(dataDir);
  const old = ids.filter((id, index) => index >= KEPT && id !== current);
  for (const id of old) await rm(join(releasesFolder(dataDir), id), { recursive: true, force: true });
  return old;
};
