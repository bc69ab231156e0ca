import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { snapshotShape, type Snapshot } from '../../../db/domain/snapshot.ts';
import type { Settings } from '../../settings.ts';
import { releaseWords as words } from '../../words/release.ts';
import { askRows } from '../ask-rows.ts';
import { currentRelease, releasesFolder } from './shelf.ts';

export type PublishSnapshot = { snapshot: Snapshot | undefined; warning?: string };

/**
 * The row facts for a release. Without the database those of the last release, which are still true of their date:
 * publishing must not depend on it.
 */
export const publishSnapshot = async (settings: Settings, minimum: number): Promise<PublishSnapshot> => {
  try {
    const snapshot = snapshotShape.parse(await askRows(settings, 'takeSnapshot', { minimum }));
    return withDoubts(withEarlierLog(snapshot, await lastSnapshot(settings)));
  } catch (error) {
    const last = await lastSnapshot(settings);
    const warning = last ? words.snapshotFromBefore(last.release, String(error)) : words.snapshotEmpty(String(error));
    return { snapshot: last?.snapshot, warning };
  }
};

/** Whoever publishes is told of ratings that do not hold; visitors read it on the page. */
const withDoubts = ({ snapshot, warning }: PublishSnapshot): PublishSnapshot => {
  const doubtful = (snapshot?.tallies ?? []).filter(({ disagreements }) => disagreements.length > 0).map(({ report }) => report);
  if (warning !== undefined || doubtful.length === 0) return { snapshot, ...(warning !== undefined && { warning }) };
  return { snapshot, warning: words.ratingsDisagree(doubtful.join('、')) };
};

type Earlier = { release: string; snapshot: Snapshot };

/**
 * What was once published of the ratings' log cannot be unpublished: where the database no longer tells the same, the
 * last release's ratings are shown on, and whoever publishes is told.
 */
export const withEarlierLog = (snapshot: Snapshot, last: Earlier | undefined): PublishSnapshot => {
  const lost = last?.snapshot.ratingsLog.findIndex((line, place) => snapshot.ratingsLog[place] !== line) ?? -1;
  if (!last || lost === -1) return { snapshot };
  const { ratings, tallies, ratingsLog } = last.snapshot;
  const told = tallies.map((tally) => ({ ...tally, disagreements: [...new Set([...tally.disagreements, 'log' as const])] }));
  return { snapshot: { ...snapshot, ratings, tallies: told, ratingsLog }, warning: words.ratingsLogChanged(last.release, lost + 1) };
};

const lastSnapshot = async ({ dataDir }: Settings): Promise<Earlier | undefined> => {
  const release = await currentRelease(dataDir);
  const snapshot = release === undefined ? undefined : await snapshotOf(dataDir, release);
  return release !== undefined && snapshot ? { release, snapshot } : undefined;
};

const snapshotOf = async (dataDir: string, id: string): Promise<Snapshot | undefined> => {
  const text = await readFile(join(releasesFolder(dataDir), id, 'snapshot.json'), 'utf8').catch(() => 'null');
  return snapshotShape.safeParse(JSON.parse(text)).data;
};
