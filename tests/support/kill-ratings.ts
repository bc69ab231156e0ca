/** A process that keeps ratings in groups and is killed at any moment, again and again: what it acknowledged must be there. */
import { spawn } from 'node:child_process';
import { openDatabase, type Database } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';

const path = (file: string): string => JSON.stringify(new URL(`../../${file}`, import.meta.url).href);

const WRITER = `
  const { openDatabase } = await import(${path('db/client.ts')});
  const { keepRatingGroup } = await import(${path('db/queries/rating-groups.ts')});
  const { newId } = await import(${path('db/domain/ids.ts')});
  const [url, round] = process.argv.slice(1);
  const db = await openDatabase({ url });
  for (let at = 0; ; at += 4) {
    const names = [0, 1, 2, 3].map((of) => 'h' + round + '-' + (at + of));
    await db.client.execute({ sql: 'INSERT INTO codes (hash, set_id) SELECT value, ? FROM json_each(?)', args: ['s', JSON.stringify(names)] });
    const ratings = names.map((name) => ({ codeHash: name, reportId: 'r', id: newId('grd'), receipt: 'r' + name, mark: [1, 1, 1, 1], grades: { overall: 'satisfied' }, comment: undefined, day: '2026-11-22', repeat: undefined }));
    const outcomes = await keepRatingGroup(db, ratings);
    process.stdout.write(outcomes.map(({ kept }, of) => (kept ? names[of] + '\\n' : '')).join(''));
  }
`;

export async function prepareForKills(url: string): Promise<void> {
  const db = await openDatabase({ url });
  await migrateDatabase(db);
  await db.client.batch([
    "INSERT INTO code_sets (id, issued_on, count) VALUES ('s', '2026-11-22', 1)",
    "INSERT INTO code_set_reports VALUES ('s', 'r')",
    "INSERT INTO rating_windows (report_id, opens_at, closes_at) VALUES ('r', '2020-01-01T00:00:00.000Z', '2036-01-01T00:00:00.000Z')",
  ]);
  db.close();
}

/** One life: SIGKILL some milliseconds after the first answer. Answers what was acknowledged. */
export async function killOnce(url: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, url, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.stdout.on('data', (part: Buffer) => {
    if (told === '') setTimeout(() => child.kill('SIGKILL'), 1 + ((round * 23) % 97));
    told += part.toString();
  });
  await ended;
  return told
    .slice(0, told.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean);
}

/** What is wrong after the kills: acknowledged ratings that are lost, and tables that do not count alike. */
export async function afterKills(
  { client }: Database,
  acknowledged: readonly string[],
): Promise<{ lost: number; uneven: boolean; integrity: string; kept: number }> {
  const claims = new Set((await client.execute('SELECT code_hash FROM rating_claims')).rows.map((row) => row.code_hash as string));
  const counts = (
    await client.execute(
      `SELECT (SELECT count(*) FROM rating_grades) AS a, (SELECT count(*) FROM audit) AS b, (SELECT count(*) FROM rating_receipts) AS c,
       (SELECT n FROM rating_sums) AS d, (SELECT a FROM rating_sums) AS e`,
    )
  ).rows[0];
  return {
    lost: acknowledged.filter((hash) => !claims.has(hash)).length,
    uneven: Object.values({ ...counts }).some((count) => Number(count) !== claims.size),
    integrity: (await client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check as string,
    kept: claims.size,
  };
}
