import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '@libsql/client';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { forActs } from '../../functions/act-context.ts';
import { createApp } from '../../functions/app.ts';
import { startLibsqlEndpoint } from '../../functions/cli/libsql-endpoint.ts';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { rateReport } from '../../functions/acts/rate-report.ts';
import { createRatingWriter } from '../../functions/jobs/group-ratings.ts';
import { createKeys } from '../../functions/keys.ts';
import { databaseOver, type Database } from '../../db/remote.ts';
import { newId } from '../../db/domain/ids.ts';
import { newSecret, formatSecret, readSecret } from '../../db/domain/secret.ts';
import { openedLongAgo } from '../support/past-window.ts';
import { HOSTS, startNodeHost, type ApiHost } from '../support/api-host.ts';

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const grades = { overall: 'satisfied' } as const;
const count = async (host: ApiHost, table: string) => Number((await host.db.client.execute(`SELECT count(*) n FROM ${table}`)).rows[0]?.n);
const OPEN = { opens: '2026-01-01T00:00:00+08:00', closes: '2036-01-01T00:00:00+08:00' };

describe.each(HOSTS)('ballot integrity on %s', (_, start) => {
  let host: ApiHost;
  const size = Number(process.env.CODES_RACED ?? 20);
  const clients = Number(process.env.CLIENTS ?? 10);
  beforeAll(async () => {
    host = await start();
    await openRating(host.context, { reportIds: ['report-1', 'report-2'], ...OPEN });
  });
  afterAll(() => host.close());
  const rate = (code: string | undefined, report = 'report-1', headers = {}, address = '203.0.113.9') =>
    host.send(`/api/reports/${report}/ratings`, { ...json({ code, grades }, headers), address });

  test('one code fired by many clients at once counts once (row 1)', async () => {
    const { codes } = await issueCodes(host.context, { reportIds: ['report-1'], count: size });
    const before = await count(host, 'rating_grades');
    const statuses: number[] = [];
    // A few codes at a time: on a busy machine workerd's endpoint could not answer all within its limit.
    for (let at = 0; at < codes.length; at += 4)
      statuses.push(
        ...(await Promise.all(codes.slice(at, at + 4).flatMap((code) => Array.from({ length: clients }, async () => (await rate(code)).status)))),
      );
    expect(statuses.filter((status) => status === 201)).toHaveLength(size);
    expect(await count(host, 'rating_grades')).toBe(before + size);
  });

  test('a captured request sent again changes nothing and gets the same receipt (row 2)', async () => {
    const [code] = (await issueCodes(host.context, { reportIds: ['report-1', 'report-2'], count: 1 })).codes;
    const headers = { 'idempotency-key': 'replay-0123456789-abcdefghijk' };
    const answers = [];
    for (let sent = 0; sent < 5; sent++) answers.push(await (await rate(code, 'report-1', headers)).json());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const other = await rate(code, 'report-2');
    expect([other.status, await other.json()]).not.toEqual([201, answers[0]]);
  });

  test('unknown, used and foreign codes cannot be told apart (row 6)', async () => {
    const [used] = (await issueCodes(host.context, { reportIds: ['report-1'], count: 1 })).codes;
    const [foreign] = (await issueCodes(host.context, { reportIds: ['report-2'], count: 1 })).codes;
    await rate(used);
    const answers = [];
    for (const [place, code] of [used, foreign, formatSecret(newSecret())].entries()) {
      const answer = await rate(code, 'report-1', {}, `198.51.100.${place}`);
      answers.push({
        status: answer.status,
        body: { ...((await answer.json()) as object), requestId: '' },
        length: answer.headers.get('content-length'),
      });
    }
    expect(answers[0]?.status).toBe(422);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('wrong codes are slowed down per address, right ones never are (rows 4 and 5)', async () => {
    const { codes } = await issueCodes(host.context, { reportIds: ['report-1'], count: 10 });
    const flood = await Promise.all(
      Array.from({ length: 30 }, async () => (await rate(formatSecret(newSecret()), 'report-1', {}, '192.0.2.50')).status),
    );
    expect(flood.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(flood.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20);
    const honest = await Promise.all(codes.map(async (code) => (await rate(code, 'report-1', {}, '192.0.2.50')).status));
    expect(honest).toEqual(codes.map(() => 201));
  });

  test('the matrix of codes, reports and states: only the one right cell is accepted (row 13)', async () => {
    await openedLongAgo(host.context, 'report-x2', '2025-01-01T00:00:00.000Z', '2025-02-01T00:00:00.000Z');
    const [code] = (await issueCodes(host.context, { reportIds: ['report-2', 'report-x2', 'report-x3'], count: 1 })).codes;
    const cells: [string, number][] = [
      ['report-x2', 403],
      ['report-x3', 403],
      ['report-draft', 404],
      ['nobody', 404],
      ['report-1', 422],
      ['report-2', 201],
    ];
    for (const [report, status] of cells) expect([report, (await rate(code, report, {}, '198.51.100.77')).status]).toEqual([report, status]);
  });

  test('no table joins a code to its grades, and neither carries a time (row 9)', async () => {
    const columns = async (table: string) =>
      (await host.db.client.execute(`SELECT name FROM pragma_table_info('${table}')`)).rows.map(({ name }) => name);
    expect(await columns('rating_claims')).toEqual(['code_hash', 'report_id']);
    expect(await columns('rating_grades')).toEqual(['id', 'report_id', 'overall', 'duties', 'sessions', 'contact', 'study', 'deeds']);
    expect(await columns('rating_receipts')).toEqual(['report_id', 'hash', 'batch']);
    expect(await columns('rating_comments')).toEqual(['id', 'report_id', 'text', 'state']);
    const { rows } = await host.db.client.execute("SELECT at FROM audit WHERE act = 'rate-report'");
    expect(rows.length).toBeGreaterThan(0);
    for (const { at } of rows) expect(at).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('while open, n is told in tens', async () => {
    const result = (await (await host.send('/api/reports/report-1/ratings')).json()) as { n: number; hidden: boolean; distribution?: object };
    expect(result.n % 10).toBe(0);
    expect([result.hidden, result.distribution]).toEqual([true, undefined]);
  });
});

test('unknown, used and foreign codes cost the same statements and keyed hashes (row 6)', async () => {
  const host = await startNodeHost();
  let hashes = 0;
  const statements: string[] = [];
  const client = host.db.client;
  const told = (statement: unknown) => void statements.push((statement as { sql: string }).sql);
  const counting = {
    ...client,
    protocol: client.protocol,
    batch: (batch: Parameters<Client['batch']>[0], mode: Parameters<Client['batch']>[1]) => (batch.forEach(told), client.batch(batch, mode)),
    async transaction(mode: 'write') {
      const transaction = await client.transaction(mode);
      return { ...transaction, execute: (statement: { sql: string }) => (told(statement), transaction.execute(statement)) };
    },
  } as unknown as Client;
  for (const embedded of [true, false]) {
    const db: Database = databaseOver(counting as never, embedded);
    const context = { ...host.context, db, keys: createKeys(host.context.settings.secrets, () => hashes++), keepRating: createRatingWriter(db) };
    if (embedded) await openRating(context, { reportIds: ['report-1', 'report-2'], ...OPEN });
    const [used] = (await issueCodes(context, { reportIds: ['report-1'], count: 1 })).codes;
    const [foreign] = (await issueCodes(context, { reportIds: ['report-2'], count: 1 })).codes;
    const cost = async (code: string | undefined) => {
      hashes = statements.length = 0;
      await rateReport(context, { reportId: 'report-1', rating: { code: readSecret(code ?? '') ?? '', grades }, repeat: undefined }).catch(() => {});
      return [hashes, ...statements];
    };
    // Code, receipt, and the marks of claim, receipt and grades.
    expect((await cost(used))[0]).toBe(5);
    const again = await cost(used);
    expect(again.length).toBeGreaterThan(2);
    expect([await cost(foreign), await cost(newSecret())]).toEqual([again, again]);
  }
  await host.close();
});

test("a group commit decides each rating on its own, and a fault of one is not another's", async () => {
  const host = await startNodeHost();
  await openRating(host.context, { reportIds: ['report-1'], ...OPEN });
  const { codes } = await issueCodes(host.context, { reportIds: ['report-1'], count: 20 });
  const hashes = await Promise.all(codes.map((code) => host.context.keys.hashCode(readSecret(code) ?? '')));
  let transactions = 0;
  const client = host.db.client;
  const db: Database = { ...host.db, client: { ...client, transaction: (mode: 'write') => (transactions++, client.transaction(mode)) } as never };
  const keep = createRatingWriter(db);
  const one = (codeHash: string, overall: string = 'satisfied') =>
    keep({
      codeHash,
      reportId: 'report-1',
      id: newId('grd'),
      receipt: `receipt of ${codeHash}`,
      mark: [1, 2, 3, 4],
      grades: { overall: overall as never },
      comment: undefined,
      day: '2026-11-22',
      repeat: undefined,
    });
  const outcomes = await Promise.all([...hashes, ...hashes.slice(0, 5), 'unknown'].map((hash) => one(hash)));
  // One for all of them, one for the five that came twice.
  expect(transactions).toBe(2);
  expect(outcomes.filter(({ kept }) => kept)).toHaveLength(20);
  const { codes: more } = await issueCodes(host.context, { reportIds: ['report-1'], count: 2 });
  const [first = '', second = ''] = await Promise.all(more.map((code) => host.context.keys.hashCode(readSecret(code) ?? '')));
  const settled = await Promise.allSettled([one(first, 'not a grade'), one(second)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await count(host, 'rating_grades')).toBe(21);
  await host.close();
});

test('two processes over one database never count a code twice, nor a repeat (rows 1 and 58)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-two-'));
  const endpoint = await startLibsqlEndpoint(join(folder, 'a.db'));
  const host = await startNodeHost();
  const dbs = await Promise.all([1, 2].map(() => openDatabase({ url: endpoint.url, timeout: 20_000 })));
  const [one, two] = dbs.map((db) => forActs({ ...host.context, db }));
  if (!one || !two) throw new Error('two contexts');
  await migrateDatabase(one.db);
  await openRating(one, { reportIds: ['report-1'], ...OPEN });
  const { codes } = await issueCodes(one, { reportIds: ['report-1'], count: 30 });
  const apps = [createApp(one), createApp(two)];
  const sent = codes.flatMap((code, place) =>
    [0, 1, 2, 3].map(async (turn) => {
      const key = `two-processes-0123456789-${place}`;
      const request = new Request(
        'https://rd.example.test/api/reports/report-1/ratings',
        json({ code, grades }, turn < 2 ? { 'idempotency-key': key } : {}),
      );
      const answer = await apps[turn % 2]?.fetch(request, { clientAddress: `198.51.100.${place}` });
      return { place, status: answer?.status, body: (await answer?.json()) as { receipt?: string } };
    }),
  );
  const answers = await Promise.all(sent);
  expect((await one.db.client.execute('SELECT count(*) AS n FROM rating_grades')).rows[0]?.n).toBe(30);
  for (let place = 0; place < 30; place++) {
    const own = answers.filter((answer) => answer.place === place);
    const receipts = own.flatMap(({ body }) => body.receipt ?? []);
    expect(receipts.length).toBeGreaterThan(0);
    expect(new Set(receipts).size).toBe(1);
    expect(own.every(({ status }) => status === 201 || status === 422)).toBe(true);
  }
  for (const db of dbs) db.close();
  await host.close();
  await endpoint.close();
  rmSync(folder, { recursive: true });
});
