import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beijingDate } from '../../../db/domain/civil-date.ts';
import type { Settings } from '../../settings.ts';
import { buildSite } from './build-site.ts';
import { prepareBundle } from './bundle.ts';
import { checkRecords } from './check-records.ts';
import { checkSeals } from './check-seals.ts';
import { writeInventory } from './inventory.ts';
import { openParsedBefore } from './parsed-before.ts';
import { proposalRows } from './proposal-rows.ts';
import { loadIndex } from './load-index.ts';
import { lockPublish } from './lock-publish.ts';
import { newReleaseId } from './release-id.ts';
import { publishSnapshot } from './publish-snapshot.ts';
import { clearWork, currentRelease, listReleases, nameRelease, prune, releasesFolder, switchTo, workFolder } from './shelf.ts';
import { codeDigest, sourceDigest } from './source-digest.ts';
import { printedSteps } from './step.ts';

/**
 * Publishes: check, snapshot, build, verify, switch, prune. The site stays as it was until the switch, whatever fails.
 * @returns the id of the new release
 * @throws ReleaseFaults when content or result are at fault, or another publish is running
 */
export const publishRelease = async (settings: Settings, print: (line: string) => void): Promise<string> => {
  const lock = await lockPublish(settings.dataDir);
  const stopped = new AbortController();
  try {
    const step = printedSteps(print);
    const { dataDir, contentDir, siteUrl } = settings;
    const now = new Date();
    const today = settings.today ?? beijingDate(now);
    const name = { id: newReleaseId(now), builtAt: now, asOf: today };
    const folder = workFolder(dataDir);
    await step('clean', () => clearWork(dataDir));
    const code = codeDigest('node', siteUrl);
    const bundle = prepareBundle({ target: 'node', dataDir, siteUrl, code }, stopped.signal);
    // Awaited when the records are read; until then nobody looks at it.
    bundle.catch(() => undefined);
    const parsed = openParsedBefore(dataDir);
    const source = sourceDigest(contentDir, siteUrl, today, code);
    const { records } = await step(
      'check',
      () => checkRecords(contentDir, today, parsed),
      ({ count }) => `${count} records`,
    );
    const seals = checkSeals(contentDir);
    const { snapshot, warning } = await step('snapshot', () => publishSnapshot(settings, records.site.minimumForPercentages));
    if (warning) print(warning);
    const canaries = (process.env['CANARIES'] ?? '').split(',').filter(Boolean);
    const last = await currentRelease(dataDir);
    const before = last === undefined ? undefined : join(releasesFolder(dataDir), last);
    const { onDemand } = await buildSite({ target: 'node', folder, siteUrl, bundle, records, snapshot, seals, name, canaries, before }, step);
    await writeFile(join(folder, 'source.txt'), source);
    parsed.save();
    await step('inventory', () => writeInventory(folder, onDemand));
    const list = proposalRows(records, today);
    await writeFile(join(folder, 'proposals.json'), JSON.stringify(list));
    const kept = [name.id, ...(await listReleases(dataDir))];
    const notLoaded = await step(
      'index',
      () => loadIndex(settings, name.id, list, kept),
      () => `${list.length} proposals`,
    );
    if (notLoaded) print(notLoaded);
    await step('name', () => nameRelease(dataDir, name.id));
    await step('switch', () => switchTo(dataDir, name.id));
    await step(
      'prune',
      () => prune(dataDir),
      (old) => `${old.length} removed`,
    );
    return name.id;
  } finally {
    stopped.abort();
    await lock.release();
  }
};
