/** `npm run build` and `npm run build:cloudflare`: the whole site into dist/node or dist/cloudflare, without publishing it. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { releaseShape } from '../../db/domain/release.ts';
import { readNodeSettings } from '../node-settings.ts';
import { buildSite } from './release/build-site.ts';
import { prepareBundle } from './release/bundle.ts';
import { checkRecords } from './release/check-records.ts';
import { checkSeals } from './release/check-seals.ts';
import { loadIndex } from './release/load-index.ts';
import { proposalRows } from './release/proposal-rows.ts';
import { publishSnapshot } from './release/publish-snapshot.ts';
import { newReleaseId } from './release/release-id.ts';
import { codeDigest } from './release/source-digest.ts';
import { printedSteps } from './release/step.ts';
import { writeWorkerConfig } from './release/write-worker-config.ts';
import { runCommand } from '../run-command.ts';

const target = process.env['TARGET'] === 'cloudflare' ? 'cloudflare' : 'node';
const folder = process.env['OUT_DIR'] ?? fileURLToPath(new URL(`../../dist/${target}`, import.meta.url));

await runCommand(async () => {
  const settings = readNodeSettings();
  const step = printedSteps((line) => console.log(line));
  const { contentDir, dataDir, siteUrl } = settings;
  const now = new Date();
  const today = settings.today ?? beijingDate(now);
  const name = { id: newReleaseId(now), builtAt: now, asOf: today };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const bundle = prepareBundle({ target, dataDir, siteUrl, code: codeDigest(target, siteUrl) }, AbortSignal.timeout(600_000));
  bundle.catch(() => undefined);
  const { records } = await step(
    'check',
    () => checkRecords(contentDir, today),
    ({ count }) => `${count} records`,
  );
  const seals = checkSeals(contentDir);
  const { snapshot, warning } = await step('snapshot', () => publishSnapshot(settings, records.site.minimumForPercentages));
  if (warning) console.log(warning);
  await buildSite({ target, folder, siteUrl, bundle, records, snapshot, seals, name, canaries: [], before: undefined }, step);
  if (target === 'node') return;
  await step('worker', () => writeWorkerConfig(join(folder, 'server'), siteUrl));
  const kept = await deployedRelease(siteUrl);
  const notLoaded = await step('index', () => loadIndex(settings, name.id, proposalRows(records, today), kept));
  if (notLoaded) console.log(notLoaded);
});

/** The release that visitors have now: its list must go on working until the new one is deployed. */
async function deployedRelease(siteUrl: string): Promise<string[]> {
  try {
    const response = await fetch(`${siteUrl}/data/release.json`, { signal: AbortSignal.timeout(5000) });
    return [releaseShape.parse(await response.json()).id];
  } catch {
    return [];
  }
}
