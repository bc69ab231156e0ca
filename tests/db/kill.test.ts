import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';

const WRITER = `
  const { openDatabase } = await import(${JSON.stringify(new URL('../../db/client.ts', import.meta.url).href)});
  const { keepRatingGroup } = await import(${JSON.stringify(new URL('../../db/queries/rating-groups.ts', import.meta.url).href)});
  const { newId } = await import(${JSON.stringify(new URL('../../db/domain/ids.ts', import.meta.url).href)});
  const [url, first] = process.argv.slice(1);
  const db = await openDatabase({ url });
  for (let at = Number(first); ; at += 4) {
    const ratings = [0, 1, 2, 3].map((of) => ({ codeHash: 'h' + (at + of), reportId: 'r', id: newId('grd'), receipt: 'r' + (at + of), mark: [1, 1, 1, 1], grades: { overall: 'satisfied' }, comment: undefined, day: '2026-11-22', repeat: undefined }));
    const outcomes = await keepRatingGroup(db, ratings);
    process.stdout.write(outcomes.map(({ kept }, of) => (kept ? 'h' + (at + of) + '\\n' : '')).join(''));
  }
`;

test('kill -9 during ratings: nothing acknowledged is lost, nothing is half there (threat row 51)', async () => {
  const kills = Number(process.env.KILLS ?? 4);
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-kill-'));
  const url = `file:${join(folder, 'a.db')}`;
  const seed = await openDatabase({ url });
  await migrateDatabase(seed);
  await seed.client.batch([
    "INSERT INTO code_sets (id, issued_on, count) VALUES ('s', '2026-11-22', 1)",
    "INSERT INTO code_set_reports VALUES ('s', 'r')",
    "INSERT INTO rating_windows (report_id, opens_at, closes_at) VALUES ('r', '2020-01-01T00:00:00.000Z', '2036-01-01T00:00:00.000Z')",
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) INSERT INTO codes SELECT 'h' || i, 's' FROM n",
  ]);
  seed.close();
  const acknowledged = new Set<string>();
  for (let round = 0; round < kills; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, url, String(round * 15_000)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdout.on('data', (part: Buffer) => {
      if (told === '') setTimeout(() => child.kill('SIGKILL'), 60 + round * 23);
      told += part.toString();
    });
    await ended;
    for (const line of told.slice(0, told.lastIndexOf('\n') + 1).split('\n')) if (line) acknowledged.add(line);
  }
  const db = await openDatabase({ url });
  const claims = new Set((await db.client.execute('SELECT code_hash FROM rating_claims')).rows.map(({ code_hash: hash }) => hash as string));
  const {
    rows: [counts],
  } = await db.client.execute(
    'SELECT (SELECT count(*) FROM rating_grades) AS grades, (SELECT count(*) FROM audit) AS audits, (SELECT count(*) FROM rating_receipts) AS receipts, (SELECT n FROM rating_sums) AS n, (SELECT a FROM rating_sums) AS a',
  );
  expect(acknowledged.size).toBeGreaterThan(0);
  expect([...acknowledged].filter((hash) => !claims.has(hash))).toEqual([]);
  expect({ ...counts }).toEqual({ grades: claims.size, audits: claims.size, receipts: claims.size, n: claims.size, a: claims.size });
  expect((await db.client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check).toBe('ok');
  db.close();
  rmSync(folder, { recursive: true });
});
