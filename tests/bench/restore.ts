/** A million ratings: how long a backup and a restore take, both with the whole file looked into, against `cp` and sync. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { readNodeSettings } from '../../functions/node-settings.ts';
import { ROOT } from '../support/run-program.ts';
import { benchFolder } from './bench-folder.ts';
import type { Result } from './result.ts';

const RATINGS = 1_000_000;
const MINUTES = 10;

/** Fills a database, backs it up, restores the backup to an empty folder, and counts again. @throws where a rating is missing */
export async function benchRestore(): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  try {
    const [from, to, file] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup.db')];
    mkdirSync(from);
    readNodeSettings({ DATA_DIR: from });
    await fill(from);
    const copy = seconds(() => copyToDisk(join(from, 'huiyin.db'), join(folder, 'plain.db')));
    const backup = seconds(() => run('backup', file, from));
    mkdirSync(to);
    execFileSync('cp', [join(from, 'secrets.json'), to]);
    const restore = seconds(() => run('restore', file, to));
    const counted = await count(to);
    if (counted !== RATINGS) throw new Error(`${counted} of ${RATINGS} ratings came back`);
    const size = `${Math.round(statSync(file).size / 2 ** 20)} MiB, integrity check and count included; peer: cp and sync`;
    return [
      { name: 'backup of a million ratings', ours: backup, peer: copy, unit: 's', ratio: backup / copy, note: size },
      { name: 'restore of a million ratings', ours: restore, peer: copy, unit: 's', ratio: restore / copy, note: size },
      { name: 'restore of a million ratings, in minutes', ours: restore / 60, unit: 'min', goal: { atMost: MINUTES } },
    ];
  } finally {
    remove();
  }
}

async function fill(dataDir: string): Promise<void> {
  const db = await openDatabase({ url: `file:${join(dataDir, 'huiyin.db')}` });
  await migrateDatabase(db);
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${RATINGS})`;
  await db.client.batch(
    [
      `${numbers} INSERT INTO rating_claims (code_hash, report_id) SELECT lower(hex(randomblob(16))), 'r' || i % 400 FROM n`,
      `${numbers} INSERT INTO rating_grades (id, report_id, overall) SELECT 'grd_' || lower(hex(randomblob(12))), 'r' || i % 400, 'satisfied' FROM n`,
    ],
    'write',
  );
  db.close();
}

async function count(dataDir: string): Promise<number> {
  const db = await openDatabase({ url: `file:${join(dataDir, 'huiyin.db')}` });
  const { rows } = await db.client.execute('SELECT count(*) AS n FROM rating_grades g WHERE g.report_id IS NOT NULL');
  db.close();
  return Number(rows[0]?.n);
}

function run(command: 'backup' | 'restore', file: string, dataDir: string): void {
  const { PATH = '', HOME = '' } = process.env;
  const ran = spawnSync(process.execPath, [join(ROOT, `functions/cli/${command}.ts`), file], {
    env: { PATH, HOME, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
}

function copyToDisk(from: string, to: string): void {
  execFileSync('cp', [from, to]);
  const opened = openSync(to, 'r');
  fsyncSync(opened);
  closeSync(opened);
  rmSync(to);
}

function seconds(work: () => void): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
}
