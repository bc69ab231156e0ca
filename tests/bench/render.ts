/** How long the whole site takes to make from a records folder, beside a bare Astro that writes the same pages; and again after a change of 1 %. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { convertFolder } from '../support/council/convert.ts';
import { changeTexts } from '../support/random-edits.ts';
import { writeCounty } from './county-content.ts';
import { seeded } from './large-county.ts';
import { median, type Result } from './result.ts';
import { runMeasured, type Measured } from './run-measured.ts';

/** Steps that count as making the site; indexing is a step with figures of its own. */
const MAKING = ['check', 'data', 'names', 'bundle', 'render', 'twins', 'tasks', 'embeds'];
const TODAY = '2026-11-22';
const root = join(import.meta.dirname, '../..');

/** What a site is made from: the sample county, the invented county of 13,800 pages, or a folder of council records. */
export type Source = { kind: 'sample' | 'county' } | { kind: 'council'; folder: string };
const NAMES = { sample: 'sample county', county: 'county of 13,800 pages', council: 'council records' };

/** `work`: an empty folder, in which the last release is left; its client folder is returned too. */
export async function benchRender(source: Source, work: string, pairs = 3): Promise<{ results: Result[]; client: string; contentDir: string }> {
  const contentDir = join(work, 'content');
  prepare(source, contentDir);
  const name = NAMES[source.kind];
  const ours: Measured[] = [];
  const bare: Measured[] = [];
  const dataDir = join(work, 'data');
  const client = join(dataDir, 'releases/current/client');
  const publish = (): Promise<Measured> =>
    runMeasured('functions/cli/publish.ts', [], { CONTENT_DIR: contentDir, DATA_DIR: dataDir, HUIYIN_TODAY: TODAY });
  for (let pair = 0; pair < pairs; pair += 1) {
    rmSync(dataDir, { recursive: true, force: true });
    ours.push(await publish());
    bare.push(await runMeasured('tests/bench/bare-astro.ts', [client, join(root, '.cache/bare-astro')], {}));
  }
  console.log(ours.at(-1)?.output);
  const records = Number(/^check .* (\d+) records/m.exec(ours[0]?.output ?? '')?.[1]);
  const edits = changeTexts(contentDir, Math.ceil(records / 100), seeded(1));
  const again = await publish();
  console.log(again.output);
  const making = ours.map(makingOf);
  const peer = bare.map(({ output }) => Number(/bare ([\d.]+) s/.exec(output)?.[1]));
  const pages = /bare [\d.]+ s (\d+) pages/.exec(bare[0]?.output ?? '')?.[1] ?? '';
  const whole = median(ours.map(({ seconds }) => seconds));
  const results: Result[] = [
    {
      name: `${name}: check + render + data files`,
      ours: median(making),
      peer: median(peer),
      unit: 's',
      ratio: median(making.map((seconds, index) => seconds / (peer[index] ?? Number.NaN))),
      goal: { atMost: 1.5 },
      note: `${pages} pages; peer: bare Astro, same pages`,
    },
    {
      name: `${name}: publishing after ${edits} records changed`,
      ours: again.seconds,
      peer: whole,
      unit: 's',
      ratio: again.seconds / whole,
      goal: { atMost: 0.35 },
      note: `peer: the first publish; making alone ${makingOf(again).toFixed(1)} s, ${/\d+ of before/.exec(again.output)?.[0] ?? ''}`,
    },
    {
      name: `${name}: peak memory of publishing`,
      ours: median(ours.map(({ peakMiB }) => peakMiB)),
      peer: median(bare.map(({ peakMiB }) => peakMiB)),
      unit: 'MiB',
      goal: { atMost: 1024 },
    },
    {
      name: `${name}: largest process of publishing, the indexer among them`,
      ours: median(ours.map(({ largestMiB }) => largestMiB)),
      unit: 'MiB',
      goal: { atMost: 1536 },
    },
    { name: `${name}: search index`, ours: median(ours.map(({ output }) => secondsOf(output, 'search'))), unit: 's', note: 'own step' },
  ];
  return { client, contentDir, results };
}

function prepare(source: Source, contentDir: string): void {
  if (source.kind === 'sample') cpSync(join(root, 'content'), contentDir, { recursive: true });
  if (source.kind === 'county') writeCounty(contentDir);
  if (source.kind === 'council') {
    const { proposals, replies, people, changes } = convertFolder(source.folder, contentDir);
    console.log(`${proposals} proposals, ${replies} replies, ${people} people\n${changes.lines().join('\n')}`);
  }
}

const makingOf = ({ output }: Measured): number => MAKING.reduce((total, step) => total + secondsOf(output, step), 0);
const secondsOf = (output: string, step: string): number => Number(new RegExp(`^${step}\\s+([\\d.]+) s`, 'm').exec(output)?.[1] ?? Number.NaN);
