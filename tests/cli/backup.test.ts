/** The drill: what a county does when its machine is gone, when a file is damaged, when somebody was erased after the backup. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { acquireLock } from '../../db/lock.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { messages, messageSenders } from '../../db/tables/messages.ts';
import { nameOf, noLongerNeeded } from '../../functions/cli/backup/thin-out.ts';
import { startLibsqlEndpoint } from '../../functions/cli/libsql-endpoint.ts';
import { createKeys } from '../../functions/keys.ts';
import { readNodeSettings } from '../../functions/node-settings.ts';
import { ROOT } from '../support/run-program.ts';

const PASSPHRASE = '桃花源里可耕田 2026';
const folder = (): string => mkdtempSync(join(tmpdir(), 'huiyin-backup-'));

function run(command: 'backup' | 'restore' | 'secrets', args: string[], dataDir: string, more: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  const ran = spawnSync(process.execPath, [join(ROOT, `functions/cli/${command}.ts`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input: `${PASSPHRASE}\n`,
    env: { PATH, HOME, DATA_DIR: dataDir, ...more },
  });
  return { status: ran.status, output: `${ran.stdout}${ran.stderr}` };
}

const open = async (dataDir: string): Promise<Database> => {
  const db = await openDatabase({ url: `file:${join(dataDir, 'huiyin.db')}` });
  await migrateDatabase(db);
  return db;
};

const within = async <T>(dataDir: string, work: (db: Database) => Promise<T>): Promise<T> => {
  const db = await open(dataDir);
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

/** A letter of a sender who can be reached, and a set of two codes, one of which was used. */
async function fill(db: Database, dataDir: string): Promise<void> {
  const { seal } = createKeys(readNodeSettings({ DATA_DIR: dataDir }).secrets);
  const letter = {
    to: 'people:li-hua',
    kind: 'help',
    title: '路灯',
    text: '不亮',
    consented: false,
    hideName: true,
    trust: 'normal',
    state: 'forwarded',
  } as const;
  for (const id of ['msg_one', 'msg_two']) {
    await db.orm.insert(messages).values({ ...letter, id, submittedOn: '2026-11-01', expectedBy: '2026-11-16' });
    await db.orm.insert(messageSenders).values({ messageId: id, sealed: await seal({ contact: '0000-5550001' }, id) });
  }
  await db.client.batch([
    "INSERT INTO code_sets (id, issued_on, count) VALUES ('set', '2026-11-01', 2)",
    "INSERT INTO codes (hash, set_id) VALUES ('h1', 'set'), ('h2', 'set')",
    "INSERT INTO code_set_reports VALUES ('set', 'r')",
  ]);
  await rate(db, 'h1');
}

const rate = (db: Database, hash: string) =>
  db.client.batch([
    { sql: "INSERT INTO rating_claims (code_hash, report_id) VALUES (?, 'r')", args: [hash] },
    { sql: "INSERT INTO rating_grades (id, report_id, overall) VALUES (?, 'r', 'satisfied')", args: [`grd_${hash}`] },
  ]);

const ids = async (db: Database, table: string, column: string): Promise<unknown[]> =>
  (await db.client.execute(`SELECT ${column} FROM ${table} ORDER BY 1`)).rows.map((row) => row[column]);

test('the machine is gone: on an empty one, secrets and backup bring everything back', async () => {
  const [lost, found, kept] = [folder(), folder(), folder()];
  readNodeSettings({ DATA_DIR: lost });
  await within(lost, (db) => fill(db, lost));
  expect(run('backup', [join(kept, 'b.db')], lost)).toMatchObject({ status: 0, output: expect.stringContaining('留言 2 条') });
  expect(run('secrets', ['export', join(kept, 's.json')], lost).status).toBe(0);
  const { secrets } = readNodeSettings({ DATA_DIR: lost });
  for (const name of readdirSync(kept)) {
    const text = readFileSync(join(kept, name)).toString('latin1');
    for (const secret of Object.values(secrets)) expect(text.includes(secret)).toBe(false);
    expect(statSync(join(kept, name)).mode & 0o077).toBe(0);
  }
  rmSync(lost, { recursive: true });

  expect(run('secrets', ['import', join(kept, 's.json')], found).status).toBe(0);
  expect(run('restore', [join(kept, 'b.db')], found).status).toBe(0);
  const keys = createKeys(readNodeSettings({ DATA_DIR: found }).secrets);
  await within(found, async (db) => {
    const senders = await db.orm.select().from(messageSenders);
    expect(await Promise.all(senders.map(({ sealed, messageId }) => keys.open(sealed, messageId)))).toEqual([
      { contact: '0000-5550001' },
      { contact: '0000-5550001' },
    ]);
    expect([await ids(db, 'rating_claims', 'code_hash'), await ids(db, 'rating_grades', 'id')]).toEqual([['h1'], ['grd_h1']]);
    expect((await db.client.execute('PRAGMA integrity_check')).rows[0]?.integrity_check).toBe('ok');
  });
});

test('restoring an older backup brings back nobody who was erased, and no used code (threat row 63)', async () => {
  const [dir, kept] = [folder(), folder()];
  readNodeSettings({ DATA_DIR: dir });
  await within(dir, (db) => fill(db, dir));
  expect(run('backup', [join(kept, 'old.db')], dir).status).toBe(0);
  await within(dir, async (db) => {
    await db.client.execute("DELETE FROM message_senders WHERE message_id = 'msg_two'");
    await rate(db, 'h2');
  });
  expect(run('restore', [join(kept, 'old.db')], dir)).toMatchObject({ status: 0, output: expect.stringContaining('测评 1 份') });
  await within(dir, async (db) => {
    expect(await ids(db, 'message_senders', 'message_id')).toEqual(['msg_one']);
    expect(await ids(db, 'rating_claims', 'code_hash')).toEqual(['h1', 'h2']);
    expect(await ids(db, 'rating_grades', 'id')).toEqual(['grd_h1', 'grd_h2']);
  });
  expect(readdirSync(dir).filter((name) => name.startsWith('huiyin.db.before-'))).toHaveLength(1);
});

test('the database itself is damaged: the backup takes its place, the damaged one is kept, and what is lost is said', async () => {
  const [dir, kept] = [folder(), folder()];
  readNodeSettings({ DATA_DIR: dir });
  await within(dir, (db) => fill(db, dir));
  expect(run('backup', [join(kept, 'b.db')], dir).status).toBe(0);
  writeFileSync(join(dir, 'huiyin.db'), 'this was a database once');
  writeFileSync(join(dir, 'huiyin.db-wal'), 'and this its log');
  expect(run('restore', [join(kept, 'b.db')], dir)).toMatchObject({ status: 0, output: expect.stringContaining('读不出来') });
  await within(dir, async (db) => expect(await ids(db, 'messages', 'id')).toEqual(['msg_one', 'msg_two']));
});

test('a backup that is cut, foreign, of other keys, or for a running site is refused with a sentence, and nothing changes', async () => {
  const [dir, kept] = [folder(), folder()];
  readNodeSettings({ DATA_DIR: dir });
  await within(dir, (db) => fill(db, dir));
  const backup = join(kept, 'b.db');
  expect(run('backup', [backup], dir).status).toBe(0);
  const before = readFileSync(join(dir, 'huiyin.db'));
  expect(run('backup', [backup], dir)).toMatchObject({ status: 1, output: expect.stringContaining('已经存在') });
  const cut = join(kept, 'cut.db');
  writeFileSync(cut, readFileSync(backup));
  truncateSync(cut, 20_000);
  writeFileSync(join(kept, 'text.db'), '一封信');
  expect(run('restore', [cut], dir)).toMatchObject({ status: 1, output: expect.stringContaining('已损坏') });
  expect(run('restore', [join(kept, 'text.db')], dir)).toMatchObject({ status: 1, output: expect.stringContaining('不是回音的数据库') });
  expect(run('restore', [join(kept, 'nowhere.db')], dir)).toMatchObject({ status: 1, output: expect.stringContaining('找不到') });
  const lock = await acquireLock(dir);
  expect(run('restore', [backup], dir)).toMatchObject({ status: 1, output: expect.stringContaining('正在运行') });
  await lock.release();
  rmSync(join(dir, 'secrets.json'));
  expect(run('restore', [backup], dir)).toMatchObject({ status: 1, output: expect.stringContaining('另一组密钥') });
  expect(readFileSync(join(dir, 'huiyin.db')).equals(before)).toBe(true);
});

test('secrets open with their passphrase and with no other', () => {
  const [dir, kept] = [folder(), folder()];
  const { secrets } = readNodeSettings({ DATA_DIR: dir });
  expect(run('secrets', ['export', join(kept, 's.json')], dir).status).toBe(0);
  const other = spawnSync(process.execPath, [join(ROOT, 'functions/cli/secrets.ts'), 'import', join(kept, 's.json')], {
    encoding: 'utf8',
    input: 'another passphrase\n',
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder() },
  });
  expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('口令不对')]);
  const fresh = folder();
  expect(run('secrets', ['import', join(kept, 's.json')], fresh).status).toBe(0);
  expect(readNodeSettings({ DATA_DIR: fresh }).secrets).toEqual(secrets);
});

test('a database over HTTP is copied row by row, and comes back into an empty one', async () => {
  const [dir, kept] = [folder(), folder()];
  readNodeSettings({ DATA_DIR: dir });
  const [first, second] = [await startLibsqlEndpoint(join(dir, 'first.db')), await startLibsqlEndpoint(join(dir, 'second.db'))];
  const db = await openDatabase({ url: first.url, timeout: 10_000 });
  await migrateDatabase(db);
  await fill(db, dir);
  const many = Array.from({ length: 1200 }, (_, at) => `('many${at}', 'set')`).join(', ');
  await db.client.execute(`INSERT INTO codes (hash, set_id) VALUES ${many}`);
  db.close();
  const remote = (args: string[], url: string, command: 'backup' | 'restore') => runBeside(command, args, { DATA_DIR: dir, DATABASE_URL: url });
  expect((await remote([join(kept, 'b.db')], first.url, 'backup')).status).toBe(0);
  expect(await remote([join(kept, 'b.db')], first.url, 'restore')).toMatchObject({ status: 1, output: expect.stringContaining('已经有数据') });
  expect((await remote([join(kept, 'b.db')], second.url, 'restore')).status).toBe(0);
  const back = await openDatabase({ url: second.url, timeout: 10_000 });
  expect(await ids(back, 'messages', 'id')).toEqual(['msg_one', 'msg_two']);
  expect((await ids(back, 'codes', 'hash')).length).toBe(1202);
  back.close();
  await Promise.all([first.close(), second.close()]);
});

test('backups of every five minutes are thinned out to two hours, a day by the hour, and a month by the day', () => {
  const now = new Date('2026-11-22T12:00:00+08:00');
  const names = Array.from({ length: 60 * 288 }, (_, at) => nameOf(new Date(now.getTime() - at * 300_000)));
  const gone = new Set(noLongerNeeded([...names, 'notes.txt'], now, 30));
  const kept = names.filter((name) => !gone.has(name));
  expect([kept.length, kept.at(-1), gone.has('notes.txt')]).toEqual([25 + 22 + 30, 'huiyin-20261023-235500.db', false]);
});

test('a folder of backups keeps as many days as it is told, and touches no other file', async () => {
  const [dir, kept] = [folder(), folder()];
  readNodeSettings({ DATA_DIR: dir });
  await within(dir, (db) => fill(db, dir));
  for (const name of ['huiyin-20260101-000500.db', 'notes.txt']) {
    writeFileSync(join(kept, name), '');
    utimesSync(join(kept, name), 0, 0);
  }
  expect(run('backup', [kept, '--keep-days', '30'], dir).status).toBe(0);
  expect(existsSync(join(kept, 'notes.txt'))).toBe(true);
  expect(readdirSync(kept).filter((name) => name.startsWith('huiyin-'))).toEqual([expect.not.stringContaining('20260101')]);
});

/** Runs a command while this process goes on serving. */
async function runBeside(command: string, args: string[], env: Record<string, string>): Promise<{ status: number | null; output: string }> {
  const { startProgram } = await import('../support/run-program.ts');
  const { code, output } = await startProgram([join(ROOT, `functions/cli/${command}.ts`), ...args], env).ended;
  return { status: code, output };
}
