import type { Seals } from '../../../db/domain/seal.ts';
import { readSeals, SealsBroken } from '../../../db/records/seals.ts';
import { ReleaseFaults } from '../../release-faults.ts';
import { sealWords as words } from '../../words/seal.ts';

/** Reads the seals of a content folder. @throws ReleaseFaults where somebody has changed them */
export const checkSeals = (contentDir: string, everyRoot = false): Seals => {
  try {
    return readSeals(contentDir, everyRoot);
  } catch (error) {
    if (error instanceof SealsBroken) throw new ReleaseFaults([words.broken[error.code](error.seal)], words.restore);
    throw error;
  }
};
