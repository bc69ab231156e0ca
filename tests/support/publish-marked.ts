/** Publishes a marked county, with a message in its database that nobody may read either. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { HIDDEN, MARKED_TODAY, writeMarkedCounty } from './marked-county.ts';
import { startProgram } from './run-program.ts';

/** @returns the folder of the release. @throws with the output where publishing fails */
export async function publishMarkedCounty(folder: string, people: number): Promise<string> {
  const [content, data] = [join(folder, 'content'), join(folder, 'data')];
  await writeMarkedCounty(content, people);
  mkdirSync(data, { recursive: true });
  const db = await openDatabase({ url: `file:${join(data, 'huiyin.db')}` });
  await migrateDatabase(db);
  await db.client.execute({
    sql: `INSERT INTO messages (id, recipient, kind, title, text, consented, hide_name, public_name, public_title, public_text, trust, state, submitted_on, expected_by, published_on, sample)
          VALUES ('msg_marked', 'people:p-0', 'help', ?, ?, 1, 0, ?, ?, ?, 'normal', 'accepted', '2026-11-01', '2026-12-01', '2026-11-02', 0)`,
    args: ['title', 'text', 'name', 'title', 'text'].map((part) => `${HIDDEN}message${part}`),
  });
  db.close();
  const { code, output } = await startProgram(['functions/cli/publish.ts'], { CONTENT_DIR: content, DATA_DIR: data, HUIYIN_TODAY: MARKED_TODAY })
    .ended;
  if (code !== 0) throw new Error(output);
  return join(data, 'releases/current');
}
