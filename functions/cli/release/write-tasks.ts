import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CivilDate } from '../../../db/domain/record-fields.ts';
import type { Records } from '../../../db/domain/records.ts';
import { tasksOf } from '../../../db/domain/tasks.ts';

/** Writes `client/data/tasks/ID.json` for everyone whom something awaits; see db/domain/tasks.ts. */
export const writeTasks = async (client: string, published: Records, today: CivilDate): Promise<number> => {
  const folder = join(client, 'data', 'tasks');
  await mkdir(folder, { recursive: true });
  let written = 0;
  for (const [id, tasks] of tasksOf(published, today)) {
    const { feedback, promises, activities, reports } = tasks;
    if (feedback.length + promises.length + activities.length + reports.length === 0) continue;
    await writeFile(join(folder, `${id}.json`), JSON.stringify(tasks));
    written += 1;
  }
  return written;
};
