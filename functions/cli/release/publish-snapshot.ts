import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { snapshotShape, type Snapshot } from '../../../db/domain/snapshot.ts';
import type { Settings } from '../../settings.ts';
import { releaseWords as words } from '../../words/release.ts';
import { askRows } from './ask-rows.ts';
import { currentRelease, releasesFolder } from './shelf.ts';

export type PublishSnapshot = { snapshot: Snapshot | undefined; warning?: string };

/**
 * The row facts for a release. Without the database those of the last release, which are still true of their date:
 * publishing must not depend on it.
 */
export const publishSnapshot = async (settings: Settings): Promise<PublishSnapshot> => {
  try {
    return { snapshot: snapshotShape.parse(await askRows(settings, 'takeSnapshot', {})) };
  } catch (error) {
    const last = await currentRelease(settings.dataDir);
    const snapshot = last === undefined ? undefined : await snapshotOf(settings.dataDir, last);
    const warning = last !== undefined && snapshot ? words.snapshotFromBefore(last, String(error)) : words.snapshotEmpty(String(error));
    return { snapshot, warning };
  }
};

const snapshotOf = async (dataDir: string, id: string): Promise<Snapshot | undefined> => {
  const text = await readFile(join(releasesFolder(dataDir), id, 'snapshot.json'), 'utf8').catch(() => 'null');
  return snapshotShape.safeParse(JSON.parse(text)).data;
};
