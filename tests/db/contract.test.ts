import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { isUniqueViolation, isUnreachable } from '../../db/faults.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { audit } from '../../db/tables/audit.ts';
import { startLibsqlEndpoint } from '../../functions/cli/libsql-endpoint.ts';

type Opened = { db: Database; close: () => Promise<void> };
const DRIVERS: [string, (folder: string) => Promise<Opened>][] = [
  [
    'file:',
    async (folder) => {
      const db = await openDatabase({ url: `file:${join(folder, 'a.db')}` });
      return { db, close: async () => db.close() };
    },
  ],
  [
    'http:',
    async (folder) => {
      const endpoint = await startLibsqlEndpoint(join(folder, 'a.db'));
      const db = await openDatabase({ url: endpoint.url, timeout: 10_000 });
      return {
        db,
        close: async () => {
          db.close();
          await endpoint.close();
        },
      };
    },
  ],
];

describe.each(DRIVERS)('a database over %s', (_, open) => {
  let folder: string;
  let opened: Opened;
  let db: Database;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiyin-db-'));
    opened = await open(folder);
    db = opened.db;
    await migrateDatabase(db);
  });
  afterEach(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  const row = (id: string) => ({ id, at: '2026-11-22', actor: 'test', act: 'test', target: '一' });
  const rows = async () => (await db.orm.select().from(audit)).length;

  test('migrations can be run again, and code tables keep no order of rows', async () => {
    await migrateDatabase(db);
    const { rows: tables } = await db.client.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
    const orderless = tables.filter(({ sql }) => (sql as string).includes('WITHOUT ROWID')).map(({ name }) => name);
    expect(orderless).toEqual(
      expect.arrayContaining(['codes', 'rating_claims', 'rating_grades', 'rating_comments', 'rating_receipts', 'idempotency_keys']),
    );
  });

  test('a transaction is kept whole or rolled back whole', async () => {
    await db.orm.transaction(async (tx) => {
      await tx.insert(audit).values(row('a'));
      await tx.insert(audit).values(row('b'));
    });
    await expect(
      db.orm.transaction(async (tx) => {
        await tx.insert(audit).values(row('c'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await rows()).toBe(2);
  });

  test('a batch that breaks a rule leaves nothing, and the broken rule is recognised', async () => {
    const broken = await db.orm
      .batch([db.orm.insert(audit).values(row('a')), db.orm.insert(audit).values(row('a'))])
      .catch((error: unknown) => error);
    expect(isUniqueViolation(broken)).toBe(true);
    expect(isUnreachable(broken)).toBe(false);
    expect(await rows()).toBe(0);
    const other = await db.client.execute('SELECT nothing FROM nowhere').catch((error: unknown) => error);
    expect([isUniqueViolation(other), isUnreachable(other)]).toEqual([false, false]);
  });

  test('changes() joins the statements of a batch', async () => {
    const [, second, third] = await db.client.batch([
      { sql: "UPDATE audit SET act = 'x' WHERE id = ?", args: ['none'] },
      { sql: "INSERT INTO audit (id, at, actor, act, target) SELECT 'q', 'q', 'q', 'q', 'q' WHERE changes() = 1", args: [] },
      { sql: "INSERT INTO audit (id, at, actor, act, target) SELECT 'r', 'r', 'r', 'r', 'r' WHERE changes() = 1", args: [] },
    ]);
    expect([second?.rowsAffected, third?.rowsAffected, await rows()]).toEqual([0, 0, 0]);
  });

  test('50 writes at once all succeed, and so do 20 transactions', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, place) => db.orm.insert(audit).values(row(`w${place}`))));
    await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        db.orm.transaction(async (tx) => {
          await tx.insert(audit).values(row(`t${place}`));
          await tx
            .update(audit)
            .set({ act: 'done' })
            .where(eq(audit.id, `t${place}`));
        }),
      ),
    );
    expect(await rows()).toBe(70);
  });

  test('values read back as they were written', async () => {
    const text = '云溪县𠮷😀\n"quoted" \'single\' %_';
    const {
      rows: [read],
    } = await db.client.execute({ sql: 'SELECT ? AS a, ? AS b, ? AS c, ? AS d', args: [text, 9_007_199_254_740_991, 1.5, null] });
    expect({ ...read }).toEqual({ a: text, b: 9_007_199_254_740_991, c: 1.5, d: null });
  });
});

test('a transaction that nobody ends gives its turn back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-db-'));
  const db = await openDatabase({ url: `file:${join(folder, 'a.db')}`, turns: { wait: 2000, hold: 100 } });
  await migrateDatabase(db);
  const forgotten = await db.client.transaction('write');
  await forgotten.execute("INSERT INTO audit (id, at, actor, act, target) VALUES ('a', 'a', 'a', 'a', 'a')");
  expect((await db.client.execute('SELECT count(*) AS n FROM audit')).rows[0]?.n).toBe(0);
  db.close();
  rmSync(folder, { recursive: true });
});

test('who waits too long for the writer is told that the database is away, and those behind still get their turn', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-db-'));
  const db = await openDatabase({ url: `file:${join(folder, 'a.db')}`, turns: { wait: 80, hold: 200 } });
  await db.client.transaction('write');
  const late = await db.client.execute('SELECT 1').catch((error: unknown) => error);
  expect(isUnreachable(late)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect((await db.client.execute('SELECT 1 AS n')).rows[0]?.n).toBe(1);
  db.close();
  rmSync(folder, { recursive: true });
});
