import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../settings.ts';
import { currentRelease, releasesFolder } from './shelf.ts';
import { sourceDigest } from './source-digest.ts';

/** True where the current release was made from this content and code, on this day. */
export const isPublished = async ({ dataDir, contentDir, siteUrl }: Settings, today: string): Promise<boolean> => {
  const current = await currentRelease(dataDir);
  if (current === undefined) return false;
  const made = await readFile(join(releasesFolder(dataDir), current, 'source.txt'), 'utf8').catch(() => '');
  return made === sourceDigest(contentDir, siteUrl, today);
};
