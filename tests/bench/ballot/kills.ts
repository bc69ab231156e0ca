/** SIGKILL under load, again and again over one database on the disk (threat row 51). */
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { afterKills, killOnce, prepareForKills } from '../../support/kill-ratings.ts';
import { benchFolder } from '../bench-folder.ts';
import type { Result } from '../result.ts';

const KILLS = Number(process.env['KILLS'] ?? 1000);

export async function benchKills(): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  const url = `file:${join(folder, 'a.db')}`;
  await prepareForKills(url);
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killOnce(url, round)));
  const db = await openDatabase({ url });
  const { lost, uneven, integrity, kept } = await afterKills(db, acknowledged);
  db.close();
  remove();
  if (uneven || integrity !== 'ok') throw new Error(`tables do not count alike, or ${integrity}`);
  return [
    {
      name: `acknowledged ratings lost in ${KILLS} SIGKILLs`,
      ours: lost,
      unit: 'ratings',
      goal: { atMost: 0 },
      note: `${acknowledged.length} acknowledged, ${kept} kept, 0 double`,
    },
  ];
}
