import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/sha';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSample } from '../../functions/acts/add-sample.ts';
import { takeSnapshot } from '../../functions/acts/take-snapshot.ts';
import { HOSTS, startNodeHost, type ApiHost } from '../support/api-host.ts';

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const message = (more: object = {}) => ({ to: 'people:lin-xiaohe', kind: 'question', title: '问题', text: '内容', ageConfirmed: true, ...more });
const CANARY = { name: '金丝雀甲', contact: '13811112222' };

async function solve(host: ApiHost): Promise<string> {
  const challenge = (await (await host.send('/api/challenge')).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge: { parameters: challenge.parameters, signature: challenge.signature }, solution }));
}

describe.each(HOSTS)('messages on %s', (_, start) => {
  let host: ApiHost;
  beforeAll(async () => (host = await start()));
  afterAll(() => host.close());
  const trustOf = async (text: string) =>
    (await host.db.client.execute({ sql: 'SELECT trust FROM messages WHERE text = ?', args: [text] })).rows.map(({ trust }) => trust);

  test('a solved challenge counts once; without one a message waits in the low-trust queue, five an hour per address', async () => {
    const challenge = await solve(host);
    const first = await host.send('/api/messages', { ...json(message({ challenge, text: '验证过' })), address: '203.0.113.20' });
    const again = await host.send('/api/messages', { ...json(message({ challenge, text: '再用一次' })), address: '203.0.113.20' });
    expect([first.status, again.status]).toEqual([201, 422]);
    expect(await again.json()).toMatchObject({ errors: [{ path: ['challenge'], code: 'challengeWrong' }] });
    expect([await trustOf('验证过'), await trustOf('再用一次')]).toEqual([['normal'], []]);
    const unproven = [];
    for (let sent = 0; sent < 7; sent++)
      unproven.push((await host.send('/api/messages', { ...json(message({ text: '没有验证' })), address: '203.0.113.21' })).status);
    expect(unproven).toEqual([201, 201, 201, 201, 201, 429, 429]);
    expect(new Set(await trustOf('没有验证'))).toEqual(new Set(['low']));
  });

  test('a challenge that was changed is refused', async () => {
    const solved = JSON.parse(atob(await solve(host))) as { challenge: { parameters: { expiresAt: number; keyPrefix: string } } };
    solved.challenge.parameters.expiresAt += 1000;
    expect((await host.send('/api/messages', json(message({ challenge: btoa(JSON.stringify(solved)) })))).status).toBe(422);
  });

  test('a repeat gets the same receipt and stores nothing; another body under its key is refused', async () => {
    const headers = { 'idempotency-key': 'repeat-0123456789-abcdefghij' };
    const challenge = await solve(host);
    const first = await (await host.send('/api/messages', json(message({ text: '只存一次', challenge }), headers))).json();
    const again = await host.send('/api/messages', json(message({ text: '只存一次', challenge: await solve(host) }), headers));
    expect([again.status, await again.json()]).toEqual([201, first]);
    expect(await trustOf('只存一次')).toHaveLength(1);
    expect((await host.send('/api/messages', json(message({ text: '另一件' }), headers))).status).toBe(422);
    expect((await host.send('/api/messages', json(message(), { 'idempotency-key': 'short' }))).status).toBe(400);
  });

  test('the same key twice at the same moment stores one message', async () => {
    const headers = { 'idempotency-key': 'at-once-0123456789-abcdefghij' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => host.send('/api/messages', { ...json(message({ text: '同时' }), headers), address: '203.0.113.30' })),
    );
    const receipts = new Set(await Promise.all(answers.filter(({ status }) => status === 201).map((answer) => answer.text())));
    expect(answers.every(({ status }) => [201, 409, 429].includes(status))).toBe(true);
    expect([receipts.size, (await trustOf('同时')).length]).toEqual([1, 1]);
  });

  test('who wrote is kept sealed in a table of its own, and stands in no public answer', async () => {
    await host.send('/api/messages', { ...json(message({ ...CANARY, text: '有联系方式', public: true })), address: '203.0.113.40' });
    const {
      rows: [row],
    } = await host.db.client.execute(
      "SELECT s.sealed, m.id FROM message_senders s JOIN messages m ON m.id = s.message_id WHERE m.text = '有联系方式'",
    );
    expect(row?.sealed as string).not.toContain(CANARY.contact);
    expect(await host.context.keys.open(row?.sealed as string, row?.id as string)).toEqual(CANARY);
    await expect(host.context.keys.open(row?.sealed as string, 'msg_other')).rejects.toThrow();
    await host.db.client.execute({
      sql: "UPDATE messages SET state = 'accepted', published_on = '2026-11-22', public_title = title, public_text = text WHERE id = ?",
      args: [row?.id as string],
    });
    const shown = await (await host.send(`/api/messages/${row?.id as string}`)).text();
    expect(shown).toContain('有联系方式');
    expect(shown).not.toContain(CANARY.name);
    expect(Object.keys(JSON.parse(shown) as object).toSorted()).toEqual([
      'answers',
      'id',
      'kind',
      'photos',
      'publishedOn',
      'sample',
      'state',
      'submittedOn',
      'text',
      'title',
      'to',
    ]);
  });

  test.each([
    'consented = 0',
    'hidden = 1',
    'published_on = NULL',
    'public_text = NULL',
    "state = 'refused'",
    "state = 'withdrawn'",
    "state = 'submitted'",
  ])('a published message disappears with %s', async (change) => {
    const {
      rows: [row],
    } = await host.db.client.execute("SELECT id FROM messages WHERE text = '有联系方式'");
    await host.db.client.batch([
      "UPDATE messages SET consented = 1, hidden = 0, published_on = '2026-11-22', public_text = text, state = 'accepted' WHERE text = '有联系方式'",
      `UPDATE messages SET ${change} WHERE text = '有联系方式'`,
    ]);
    expect((await host.send(`/api/messages/${row?.id as string}`)).status).toBe(404);
    expect(await (await host.send('/api/messages')).text()).not.toContain('有联系方式');
  });
});

test('the sample is added once, with hidden and shown results, and its codes work', async () => {
  const host = await startNodeHost();
  const first = await addSample(host.context);
  const tables = ['messages', 'answers', 'rating_grades', 'rating_windows', 'codes', 'audit'];
  const counts = async () =>
    Promise.all(tables.map(async (table) => Number((await host.db.client.execute(`SELECT count(*) n FROM ${table}`)).rows[0]?.n)));
  const before = await counts();
  const second = await addSample(host.context);
  expect([first.added, second.added, second.codes]).toEqual([true, false, first.codes]);
  expect(await counts()).toEqual(before);
  expect(first.codes).toHaveLength(5);
  for (const reportId of first.reportIds) {
    expect((await host.send(`/api/reports/${reportId}/ratings`, json({ code: first.codes[0], grades: { overall: 'satisfied' } }))).status).toBe(201);
  }
  const snapshot = await takeSnapshot(host.context, { asOf: '2026-11-22', minimum: 10 });
  expect(snapshot.proposals['p-17-4-002']).toMatchObject({ messages: 3, shown: [{ on: '2024-12-09' }] });
  const closed = Object.values(snapshot.ratings).filter(({ state }) => state === 'closed');
  expect(closed.filter(({ hidden }) => hidden).map(({ n, distribution }) => [n, distribution])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  expect(closed.filter(({ hidden }) => !hidden).map(({ n }) => n)).toEqual(expect.arrayContaining([46, 128, 83, 12, 31, 57]));
  expect(
    Object.values(snapshot.ratings)
      .filter(({ state }) => state === 'open')
      .every(({ n }) => n === undefined),
  ).toBe(true);
  expect(snapshot.messages.all).toMatchObject({ received: 29, answered: 25, medianDays: expect.any(Number) as number });
  const listed = (await (await host.send('/api/messages')).json()) as { total: number; items: { sample: boolean }[] };
  expect(listed.total).toBe(27);
  expect(listed.items.every(({ sample }) => sample)).toBe(true);
  expect(JSON.stringify(snapshot)).not.toContain('斑马线');
  await host.close();
});
