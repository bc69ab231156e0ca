import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteBackup } from '../../functions/acts/copy-database.ts';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { openedLongAgo } from '../support/past-window.ts';
import { HOSTS, SITE, type ApiHost } from '../support/api-host.ts';

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const key = () => crypto.randomUUID().replaceAll('-', '') + 'ab';
const message = (more: object = {}) => ({
  to: 'people:lin-xiaohe',
  kind: 'suggestion',
  title: '增设斑马线',
  text: '学校门口车多，希望增设斑马线。',
  ageConfirmed: true,
  ...more,
});
const count = async (host: ApiHost, table: string) => Number((await host.db.client.execute(`SELECT count(*) n FROM ${table}`)).rows[0]?.n);

describe.each(HOSTS)('the API on %s', (_, start) => {
  let host: ApiHost;
  let codes: string[];
  beforeAll(async () => {
    host = await start();
    await openRating(host.context, { reportIds: ['report-1'], opens: '2026-01-01T00:00:00+08:00', closes: '2036-01-01T00:00:00+08:00' });
    await openedLongAgo(host.context, 'report-x0', '2024-12-31T16:00:00.000Z', '2025-01-31T16:00:00.000Z');
    await openRating(host.context, { reportIds: ['report-x1'], opens: '2035-01-01T00:00:00+08:00', closes: '2035-02-01T00:00:00+08:00' });
    codes = (await issueCodes(host.context, { reportIds: ['report-1', 'report-x0', 'report-x1'], count: 30 })).codes;
  });
  afterAll(() => host.close());

  test('health names the parts that exist', async () => {
    const answer = await host.send('/api/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ parts: { database: { status: 'ok' }, release: { id: '20261122-080000-abcdef' } } });
  });

  test('health says when the last backup is old', async () => {
    const backup = async () => ((await (await host.send('/api/health')).json()) as { parts: { backup: unknown } }).parts.backup;
    await noteBackup(host.context);
    expect(await backup()).toMatchObject({ status: 'ok', ageHours: 0 });
    await host.db.client.execute("UPDATE upkeep SET at = '2026-01-01T00:00:00.000Z' WHERE task = 'backup'");
    expect(await backup()).toMatchObject({ status: 'warn', madeAt: '2026-01-01T00:00:00.000Z' });
    await noteBackup(host.context);
  });

  test('a rating is counted once, and a repeat gets the same receipt', async () => {
    const before = await count(host, 'rating_grades');
    const headers = { 'idempotency-key': key() };
    const body = { code: codes[0], grades: { overall: 'satisfied', study: 'dissatisfied' }, comment: '讲得很实在' };
    const first = await host.send('/api/reports/report-1/ratings', json(body, headers));
    const again = await host.send('/api/reports/report-1/ratings', json(body, headers));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect(await count(host, 'rating_grades')).toBe(before + 1);
    const other = await host.send('/api/reports/report-1/ratings', json({ ...body, grades: { overall: 'dissatisfied' } }, headers));
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'keyUsedForOtherBody' });
    const used = await host.send('/api/reports/report-1/ratings', json(body));
    expect(await used.json()).toMatchObject({ status: 422, code: 'codeNotAccepted', errors: [{ path: ['code'] }] });
  });

  test('closed and future windows say so', async () => {
    const body = { code: codes[1], grades: { overall: 'satisfied' } };
    const closed = await host.send('/api/reports/report-x0/ratings', json(body));
    const early = await host.send('/api/reports/report-x1/ratings', json(body));
    expect([closed.status, early.status]).toEqual([403, 403]);
    expect(await closed.json()).toMatchObject({ code: 'ratingClosed', detail: expect.stringContaining('2025年2月1日') as string });
    expect(await early.json()).toMatchObject({ code: 'ratingNotOpen' });
  });

  test('a message is taken, its course can be followed, and it is not public', async () => {
    const sent = await host.send('/api/messages', json(message({ name: '王某', contact: '13900000000' })));
    expect(sent.status).toBe(201);
    const { code, expectedBy } = (await sent.json()) as { code: string; expectedBy: string };
    expect(expectedBy).toMatch(/^\d{4}-\d\d-\d\d$/);
    const followed = await host.send('/api/messages/status', json({ code: code.toLowerCase() }));
    expect(followed.status).toBe(200);
    expect(await followed.json()).toMatchObject({ state: 'submitted', title: '增设斑马线', events: [{ state: 'submitted' }] });
    expect(await (await host.send('/api/messages')).json()).toMatchObject({ total: 0, items: [] });
  });

  test('a form works like JSON', async () => {
    const body = new URLSearchParams({
      to: 'stations:qinghe',
      kind: 'help',
      title: '路灯不亮',
      text: '第三巷路灯坏了',
      ageConfirmed: 'on',
      public: 'on',
      name: '',
      idempotencyKey: key(),
    });
    const answer = await host.send('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: SITE },
      body: body.toString(),
    });
    expect(answer.status).toBe(201);
  });
});
