/** Publishing after edits: the same bytes as publishing all anew, and how much less time it takes. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../db/domain/civil-date.ts';
import { differentFiles } from '../support/compare-releases.ts';
import { editAtRandom } from '../support/random-edits.ts';
import { seeded } from './large-county.ts';
import type { Result } from './result.ts';
import { runMeasured } from './run-measured.ts';

const ROOT = join(import.meta.dirname, '../..');
const EDITS = 10;

/** Batches of edits on the sample county, each published after the one before and anew; every third on another day. */
export async function benchEdits(batches = 20, seed = 20_261_122): Promise<Result[]> {
  const work = mkdtempSync(join(tmpdir(), 'huiyin-edits-'));
  const random = seeded(seed);
  const contentDir = join(work, 'content');
  const [after, anew] = [join(work, 'after'), join(work, 'anew')];
  const publish = (dataDir: string, today: string) =>
    runMeasured('functions/cli/publish.ts', [], { CONTENT_DIR: contentDir, DATA_DIR: dataDir, HUIYIN_TODAY: today });
  const wrong: string[] = [];
  let kept = 0;
  try {
    cpSync(join(ROOT, 'content'), contentDir, { recursive: true });
    let today = '2026-11-22';
    await publish(after, today);
    cpSync(join(after, 'bundles'), join(anew, 'bundles'), { recursive: true, verbatimSymlinks: true });
    for (let batch = 1; batch <= batches; batch += 1) {
      if (batch % 3 === 0) today = addDays(today, 1);
      const edits = await editAtRandom(contentDir, EDITS, random, today);
      rmSync(join(anew, 'releases'), { recursive: true, force: true });
      const [incremental] = await Promise.all([publish(after, today), publish(anew, today)]);
      const different = differentFiles(join(after, 'releases/current/client'), join(anew, 'releases/current/client'));
      const taken = /render .* (\d+) of before/.exec(incremental.output)?.[1] ?? '?';
      kept += Number(taken);
      console.log(`batch ${batch}, ${today}: ${edits.length} edits, ${taken} pages kept, ${different.length} files differ`);
      if (different.length > 0) wrong.push(`${edits.join('; ')}: ${different.slice(0, 5).join(' ')}`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  for (const line of wrong) console.log(line);
  return [
    {
      name: `edits: batches of ${EDITS} whose release differs from one made anew`,
      ours: wrong.length,
      unit: `of ${batches}`,
      goal: { atMost: 0 },
      note: `${Math.round(kept / batches)} pages kept on average`,
    },
  ];
}
