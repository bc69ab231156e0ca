/** How long the whole site takes to make from a records folder, beside a bare Astro that writes the same pages. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { convertFolder } from '../support/council/convert.ts';
import { median, type Result } from './result.ts';
import { runMeasured, type Measured } from './run-measured.ts';

/** Steps that count as making the site; indexing is a step with figures of its own. */
const MAKING = ['check', 'render', 'data', 'twins'];
const root = join(import.meta.dirname, '../..');

/**
 * `records`: a folder of council records to convert, or undefined for the sample county. `work`: an empty folder, in which
 * the last release is left; its client folder is returned too.
 */
export async function benchRender(records: string | undefined, work: string, pairs = 3): Promise<{ results: Result[]; client: string }> {
  const contentDir = records ? join(work, 'content') : join(root, 'content');
  if (records) {
    const { proposals, replies, people, changes } = convertFolder(records, contentDir);
    console.log(`${proposals} proposals, ${replies} replies, ${people} people\n${changes.lines().join('\n')}`);
  }
  const name = records ? 'council records' : 'sample county';
  const ours: Measured[] = [];
  const bare: Measured[] = [];
  const dataDir = join(work, 'data');
  const client = join(dataDir, 'releases/current/client');
  for (let pair = 0; pair < pairs; pair += 1) {
    rmSync(dataDir, { recursive: true, force: true });
    ours.push(await runMeasured('functions/cli/publish.ts', [], { CONTENT_DIR: contentDir, DATA_DIR: dataDir, HUIYIN_TODAY: '2026-11-22' }));
    bare.push(await runMeasured('tests/bench/bare-astro.ts', [client, join(root, '.cache/bare-astro')], {}));
  }
  console.log(ours.at(-1)?.output);
  const making = ours.map(({ output }) => sum(MAKING.map((step) => secondsOf(output, step))));
  const peer = bare.map(({ output }) => Number(/bare ([\d.]+) s/.exec(output)?.[1]));
  const ratio = median(making.map((seconds, index) => seconds / (peer[index] ?? Number.NaN)));
  const pages = /bare [\d.]+ s (\d+) pages/.exec(bare[0]?.output ?? '')?.[1] ?? '';
  return {
    client,
    results: [
      {
        name: `${name}: check + render + data files`,
        ours: median(making),
        peer: median(peer),
        unit: 's',
        ratio,
        goal: { atMost: 1.5 },
        note: `${pages} pages; peer: bare Astro, same pages`,
      },
      {
        name: `${name}: peak memory of publishing`,
        ours: median(ours.map(({ peakMiB }) => peakMiB)),
        peer: median(bare.map(({ peakMiB }) => peakMiB)),
        unit: 'MiB',
        goal: { atMost: 1024 },
      },
      { name: `${name}: search index`, ours: median(ours.map(({ output }) => secondsOf(output, 'search'))), unit: 's', note: 'own step' },
    ],
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const secondsOf = (output: string, step: string): number => Number(new RegExp(`^${step}\\s+([\\d.]+) s`, 'm').exec(output)?.[1] ?? Number.NaN);
