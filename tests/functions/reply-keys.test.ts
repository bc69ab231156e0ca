import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueDayCode } from '../../functions/acts/issue-day-code.ts';
import { issueReplyKeys, type ReplySheet } from '../../functions/acts/issue-reply-keys.ts';
import { revokeReplyKey } from '../../functions/acts/revoke-reply-key.ts';
import { HOSTS, SITE, type ApiHost } from '../support/api-host.ts';

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const COOKIE = /^__Host-reply=([0-9A-Z]{24}); Max-Age=7200; Path=\/; HttpOnly; Secure; SameSite=Strict$/;

describe.each(HOSTS)('deputies come in without an account on %s', (_, start) => {
  let host: ApiHost;
  let visitors = 0;
  beforeAll(async () => (host = await start()));
  afterAll(() => host.close());

  const issue = async (more: object = {}): Promise<ReplySheet> =>
    (await issueReplyKeys(host.context, { personIds: ['lin-xiaohe'], ...more }))[0] as ReplySheet;
  const enter = (body: object) => host.send('/api/reply/sessions', { ...json(body), address: `198.51.100.${++visitors}` });
  const secretOf = (answer: Response) => COOKIE.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const isIn = async (secret: string) => (await host.send('/api/reply/session', { headers: { cookie: `__Host-reply=${secret}` } })).status === 200;
  const rows = async (sql: string) => (await host.db.client.execute(sql)).rows;

  test('the link lets in as often as it is valid; the cookie is strict, the secrets are not in the database', async () => {
    const { token } = await issue();
    const [first, second] = [await enter({ token }), await enter({ token: token.toLowerCase().replaceAll('-', ' ') })];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await first.json()).toMatchObject({ person: 'lin-xiaohe', name: '林小禾' });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const secret = secretOf(first);
    expect(await isIn(secret)).toBe(true);
    const kept = JSON.stringify([
      await rows('SELECT * FROM reply_keys'),
      await rows('SELECT * FROM reply_sessions'),
      await rows('SELECT * FROM audit'),
    ]);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(token.replaceAll('-', ''));
    expect(kept).toContain('open-reply-session');
  });

  test('the button ends the session for everybody who has the cookie, and a form of another site does not', async () => {
    const secret = secretOf(await enter({ token: (await issue()).token }));
    const end = (origin: string) => host.send('/api/reply/sessions/end', { method: 'POST', headers: { origin, cookie: `__Host-reply=${secret}` } });
    expect((await end('https://elsewhere.example')).status).toBe(403);
    expect(await isIn(secret)).toBe(true);
    expect((await end(SITE)).status).toBe(204);
    expect(await isIn(secret)).toBe(false);
  });

  test('who comes in at a browser where another deputy was puts that one out', async () => {
    const before = secretOf(await enter({ token: (await issue()).token }));
    const [other] = await issueReplyKeys(host.context, { personIds: ['zhou-an'] });
    const answer = await host.send('/api/reply/sessions', json({ token: other?.token }, { cookie: `__Host-reply=${before}` }));
    expect(await answer.json()).toMatchObject({ person: 'zhou-an' });
    expect([await isIn(before), await isIn(secretOf(answer))]).toEqual([false, true]);
  });

  test('a day code lets in once, and of twenty at once one', async () => {
    const { number, dayCode } = await issue();
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter({ number: String(number), dayCode })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await enter({ number: String(number), dayCode })).status).toBe(403);
  });

  test('five wrong day codes at once end it; the right one comes too late, and the link still works', async () => {
    const { number, dayCode, token } = await issue();
    await Promise.all(Array.from({ length: 5 }, (__, place) => enter({ number: String(number), dayCode: `AAAA-AAA${place}` })));
    expect((await enter({ number: String(number), dayCode })).status).toBe(403);
    expect((await enter({ token })).status).toBe(201);
    const again = await issueDayCode(host.context, { personId: 'lin-xiaohe' });
    expect((await enter({ number: String(again.number), dayCode: again.dayCode })).status).toBe(201);
  });

  test('four wrong ones do not end it, however it is typed', async () => {
    const { number, dayCode } = await issue();
    for (let place = 0; place < 4; place++) await enter({ number: String(number), dayCode: `BBBBBBB${place}` });
    const typed = dayCode.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await enter({ number: ` ${String(number)} `, dayCode: typed })).status).toBe(201);
  });

  test('unknown, expired, replaced, revoked and used secrets are answered word for word alike', async () => {
    const said = async (body: object) => {
      const answer = await enter(body);
      const { requestId: _id, ...problem } = (await answer.json()) as { requestId: string };
      return JSON.stringify([answer.status, answer.headers.get('set-cookie'), problem]);
    };
    const replaced = await issue();
    const expired = await issue({ days: 1 });
    await host.db.client.execute("UPDATE reply_keys SET expires_at = '2026-01-01T00:00:00.000Z'");
    const answers = [
      await said({ token: replaced.token }),
      await said({ token: expired.token }),
      await said({ number: String(expired.number), dayCode: expired.dayCode }),
      await said({ number: '1000', dayCode: 'AAAAAAAA' }),
      await said({ token: '0000-0000-0000-0000-0000-0000' }),
    ];
    const { token, number, dayCode } = await issue();
    await enter({ number: String(number), dayCode });
    answers.push(await said({ number: String(number), dayCode }));
    await revokeReplyKey(host.context, { personId: 'lin-xiaohe' });
    answers.push(await said({ token }));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('replyKeyNotAccepted');
  });

  test('a new sheet or a revoked one puts out whoever is in; a deputy keeps the number', async () => {
    const one = await issue();
    const secret = secretOf(await enter({ token: one.token }));
    const two = await issue();
    expect([await isIn(secret), two.number]).toEqual([false, one.number]);
    const other = secretOf(await enter({ token: two.token }));
    await revokeReplyKey(host.context, { personId: 'lin-xiaohe' });
    expect(await isIn(other)).toBe(false);
    await expect(revokeReplyKey(host.context, { personId: 'lin-xiaohe' })).rejects.toThrow('noReplyKey');
  });

  test('a session ends after two hours, and opening the page uses nothing up', async () => {
    const { token, number, dayCode } = await issue();
    const secret = secretOf(await enter({ token }));
    expect((await host.send('/api/reply/session')).status).toBe(403);
    await host.db.client.execute("UPDATE reply_sessions SET expires_at = '2026-01-01T00:00:00.000Z'");
    expect(await isIn(secret)).toBe(false);
    expect((await enter({ number: String(number), dayCode })).status).toBe(201);
  });

  test('former deputies and unknown people get no sheet', async () => {
    for (const personIds of [['gu-yuan'], ['nobody']]) await expect(issueReplyKeys(host.context, { personIds })).rejects.toThrow('deputyNotFound');
  });

  test('who guesses from one address is slowed down; a right link never is', async () => {
    const { token } = await issue();
    const guess = (body: object) => host.send('/api/reply/sessions', { ...json(body), address: '203.0.113.200' });
    const answers = await Promise.all(Array.from({ length: 14 }, () => guess({ token: '0000-0000-0000-0000-0000-0000' })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
    expect((await guess({ token })).status).toBe(201);
  });
});
