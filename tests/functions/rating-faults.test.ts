import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client, Transaction } from '@libsql/client/web';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { databaseOver, type Database } from '../../db/remote.ts';
import { forActs } from '../../functions/act-context.ts';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { createApp } from '../../functions/app.ts';
import { startLibsqlEndpoint } from '../../functions/cli/libsql-endpoint.ts';
import { SITE, startNodeHost } from '../support/api-host.ts';

const OPEN = { reportIds: ['report-1'], opens: '2026-01-01T00:00:00+08:00', closes: '2036-01-01T00:00:00+08:00' };

/** An app whose ratings go to a database that fails as told, and the codes for it. */
async function appOver(db: Database, good: Database = db) {
  const host = await startNodeHost();
  const context = forActs({ ...host.context, db });
  const setUp = forActs({ ...host.context, db: good });
  await openRating(setUp, OPEN);
  const { codes } = await issueCodes(setUp, { reportIds: ['report-1'], count: 400 });
  const app = createApp(context);
  const rate = async (code: string | undefined) => {
    const body = JSON.stringify({ code, grades: { overall: 'satisfied' }, comment: '评'.repeat(400) });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    return app.fetch(new Request(`${SITE}/api/reports/report-1/ratings`, init), {});
  };
  return { codes, rate, close: host.close };
}

const kept = async ({ client }: Database): Promise<number[]> =>
  Object.values(
    (
      await client.execute(
        'SELECT (SELECT count(*) FROM rating_claims) AS a, (SELECT count(*) FROM rating_grades) AS b, (SELECT n FROM rating_sums WHERE name = ?) AS c',
        ['report-1'],
      )
    ).rows[0] ?? {},
  ).map(Number);

describe('a rating is acknowledged only where it is kept (threat rows 54 and 55)', () => {
  test('the disk is full: 503, nothing half kept; with room again it goes on without a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-full-'));
    const db = await openDatabase({ url: `file:${join(folder, 'a.db')}` });
    await migrateDatabase(db);
    const { codes, rate, close } = await appOver(db);
    // SQLite's own limit: it answers exactly as on a disk without room.
    const { rows } = await db.client.execute('PRAGMA page_count');
    await db.client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.page_count) + 12}`);
    const statuses: number[] = [];
    for (let at = 0; at < 200; at += 10)
      statuses.push(...(await Promise.all(codes.slice(at, at + 10).map(async (code) => (await rate(code)).status))));
    const acknowledged = statuses.filter((status) => status === 201).length;
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(50);
    expect(statuses.every((status) => status === 201 || status === 503)).toBe(true);
    expect(await kept(db)).toEqual([acknowledged, acknowledged, acknowledged]);
    await db.client.execute('PRAGMA max_page_count = 1000000');
    expect((await rate(codes[399])).status).toBe(201);
    db.close();
    await close();
    rmSync(folder, { recursive: true });
  });

  test.each(['first', 'later', 'commit'] as const)(
    'the disk fails at the %s statement of a group: 503 for all of it, nothing kept; then it goes on',
    async (when) => {
      const host = await startNodeHost();
      let broken = false;
      const { client } = host.db;
      const fail = (): never => {
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR', extendedCode: 'SQLITE_IOERR_FSYNC' });
      };
      const breaking = (transaction: Transaction): Transaction => {
        let done = 0;
        return {
          closed: transaction.closed,
          batch: (statements) => transaction.batch(statements),
          executeMultiple: (sql) => transaction.executeMultiple(sql),
          rollback: () => transaction.rollback(),
          close: () => transaction.close(),
          execute: async (statement) =>
            broken && done++ === (when === 'first' ? 0 : when === 'later' ? 2 : -1) ? fail() : transaction.execute(statement),
          commit: async () => (broken && when === 'commit' ? fail() : transaction.commit()),
        } as Transaction;
      };
      const db = databaseOver(
        { ...client, protocol: 'file', transaction: async (mode: 'write') => breaking(await client.transaction(mode)) } as unknown as Client,
        true,
      );
      const { codes, rate, close } = await appOver(db, host.db);
      broken = true;
      const answers = await Promise.all(codes.slice(0, 8).map(rate));
      expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(codes.slice(0, 8).map(() => [503, '5']));
      broken = false;
      expect((await Promise.all(codes.slice(0, 8).map(rate))).map(({ status }) => status)).toEqual(codes.slice(0, 8).map(() => 201));
      expect(await kept(host.db)).toEqual([8, 8, 8]);
      await close();
      await host.close();
    },
  );

  test('the database is cut off: 503 with Retry-After; once it is back the same code counts once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-cut-'));
    const file = join(folder, 'a.db');
    let endpoint = await startLibsqlEndpoint(file);
    const { port } = new URL(endpoint.url);
    const db = await openDatabase({ url: endpoint.url, timeout: 5000 });
    await migrateDatabase(db);
    const { codes, rate, close } = await appOver(db);
    expect((await rate(codes[0])).status).toBe(201);
    await endpoint.close();
    const cut = await rate(codes[1]);
    expect([cut.status, cut.headers.get('retry-after')]).toEqual([503, '5']);
    endpoint = await startLibsqlEndpoint(file, Number(port));
    expect([(await rate(codes[1])).status, (await rate(codes[1])).status]).toEqual([201, 422]);
    expect(await kept(db)).toEqual([2, 2, 2]);
    db.close();
    await endpoint.close();
    await close();
    rmSync(folder, { recursive: true });
  });
});
