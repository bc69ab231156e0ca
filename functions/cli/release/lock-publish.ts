import { join } from 'node:path';
import { acquireLock, DataDirLocked, type Lock } from '../../../db/lock.ts';
import { releaseWords as words } from '../../words/release.ts';
import { ReleaseFaults } from '../../release-faults.ts';
import { releasesFolder } from './shelf.ts';

/** One publish at a time for a data folder. @throws ReleaseFaults when another is running */
export const lockPublish = async (dataDir: string): Promise<Lock> => {
  try {
    return await acquireLock(join(releasesFolder(dataDir), 'publishing'));
  } catch (error) {
    if (error instanceof DataDirLocked) throw new ReleaseFaults([], words.publishRunning(error.pid ?? 0));
    throw error;
  }
};
