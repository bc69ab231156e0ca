import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProposalRow } from '../../../db/domain/proposal-list.ts';
import type { Settings } from '../../settings.ts';
import { releaseWords as words } from '../../words/release.ts';
import { ReleaseFaults } from '../../release-faults.ts';
import { loadIndex } from './load-index.ts';
import { lockPublish } from './lock-publish.ts';
import { currentRelease, listReleases, releasesFolder, switchTo } from './shelf.ts';

/** `warning` says that the list of proposals could not be searched. */
export type RolledBack = { id: string; from: string; warning: string | undefined };

/**
 * Makes an earlier release current again, with its list of proposals.
 * @param wanted a release id; without it the newest that is older than the current one
 * @throws ReleaseFaults when there is no such release, or a publish is running
 */
export const rollBack = async (settings: Settings, wanted?: string): Promise<RolledBack> => {
  const { dataDir } = settings;
  const lock = await lockPublish(dataDir);
  try {
    const from = (await currentRelease(dataDir)) ?? '';
    const ids = await listReleases(dataDir);
    const id = wanted ?? ids.find((name) => name < from);
    if (id === undefined) throw new ReleaseFaults([], words.nothingToRollBack);
    if (!ids.includes(id)) throw new ReleaseFaults([], words.unknownRelease(id));
    const list = JSON.parse(await readFile(join(releasesFolder(dataDir), id, 'proposals.json'), 'utf8')) as ProposalRow[];
    const warning = await loadIndex(settings, id, list, ids);
    await switchTo(dataDir, id);
    return { id, from, warning };
  } finally {
    await lock.release();
  }
};
