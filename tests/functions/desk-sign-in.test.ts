import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addStaff, changeRole, disableStaff, resetStaff } from '../../functions/acts/staff/change-staff.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { deskVisitor, enterAs } from '../support/desk-visitor.ts';
import { OWN_PASSWORD } from '../support/enter-desk.ts';
import { totp } from '../support/totp.ts';

const SESSION_COOKIE = '__Host-desk.session_token';
const answerOf = async (response: Response) => ({ status: response.status, ...((await response.json()) as { code?: string; next?: string }) });

describe.each(HOSTS)('signing in on %s', (_, start) => {
  let host: ApiHost;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.close());

  test('the first sign-in asks for an own password, then an authenticator, and only then opens the desk', async () => {
    const first = await addStaff(host.context, { name: '张三', role: 'clerk', actor: 'command' });
    const visitor = deskVisitor(host);
    expect(await answerOf(await visitor.post('/session', { name: '张三 ', password: first.password }))).toMatchObject({
      status: 200,
      next: 'password',
    });
    expect(visitor.attributes.get(SESSION_COOKIE)).toMatch(/Max-Age=1800.*Path=\/.*HttpOnly.*Secure.*SameSite=Strict/i);
    expect(await answerOf(await visitor.get('/staff'))).toMatchObject({ status: 403, code: 'entryNotDone' });
    expect(await answerOf(await visitor.post('/me/password', { current: first.password, next: '张三qwertyuiop2026' }))).toMatchObject({
      status: 422,
    });
    const before = visitor.cookies.get(SESSION_COOKIE);
    expect((await visitor.post('/me/password', { current: first.password, next: OWN_PASSWORD })).status).toBe(200);
    expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(before);
    expect(await (await visitor.get('/me')).json()).toMatchObject({ name: '张三', role: 'clerk', step: 'authenticator' });
    const offer = (await (await visitor.post('/me/authenticator', { password: OWN_PASSWORD })).json()) as { uri: string; secret: string };
    expect(decodeURIComponent(offer.uri)).toMatch(/^otpauth:\/\/totp\/[^:]+:张三\?secret=[A-Z2-7]{40,}/);
    expect(await answerOf(await visitor.post('/me/authenticator/confirm', { code: '000000' }))).toMatchObject({ status: 422 });
    const confirmed = (await (await visitor.post('/me/authenticator/confirm', { code: totp(offer.secret) })).json()) as { recoveryCodes: string[] };
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    expect(await (await visitor.get('/me')).json()).toMatchObject({ step: 'desk' });
  });

  test('afterwards the password alone opens nothing: the code of the app is asked, and counts once', async () => {
    const clerk = await enterAs(host, 'clerk');
    const visitor = deskVisitor(host);
    expect(await answerOf(await visitor.post('/session', { name: clerk.name, password: OWN_PASSWORD }))).toMatchObject({ next: 'code' });
    expect(visitor.cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await visitor.get('/me')).status).toBe(401);
    expect(await answerOf(await visitor.post('/session/code', { code: '123456' }))).toMatchObject({ status: 422, code: 'authenticatorWrong' });
    const digits = clerk.digits();
    expect(await answerOf(await visitor.post('/session/code', { code: digits }))).toMatchObject({ status: 200, next: 'desk' });
    expect((await visitor.get('/me')).status).toBe(200);
    const thief = deskVisitor(host);
    await thief.post('/session', { name: clerk.name, password: OWN_PASSWORD });
    expect(await answerOf(await thief.post('/session/code', { code: digits }))).toMatchObject({ status: 422, code: 'authenticatorUsed' });
    expect((await thief.get('/me')).status).toBe(401);
  });

  test('a recovery code stands in for a lost telephone, once', async () => {
    const clerk = await enterAs(host, 'clerk');
    const [recovery = ''] = clerk.recoveryCodes;
    const outcomes: number[] = [];
    for (let time = 0; time < 2; time++) {
      const visitor = deskVisitor(host);
      await visitor.post('/session', { name: clerk.name, password: OWN_PASSWORD });
      outcomes.push((await visitor.post('/session/code', { recovery })).status);
    }
    expect(outcomes).toEqual([200, 422]);
  });

  test('nobody keeps the session they came with: a planted token is worth nothing, and signing in gives a new one', async () => {
    const clerk = await enterAs(host, 'clerk');
    const old = clerk.cookies.get(SESSION_COOKIE) ?? '';
    const visitor = deskVisitor(host);
    visitor.cookies.set(SESSION_COOKIE, old);
    await visitor.post('/session', { name: clerk.name, password: OWN_PASSWORD });
    await visitor.post('/session/code', { code: clerk.digits() });
    expect(visitor.cookies.get(SESSION_COOKIE)).not.toBe(old);
    expect((await clerk.get('/me')).status).toBe(401);
    expect((await visitor.get('/me')).status).toBe(200);
  });

  test('leaving ends the session on the server, not in the browser alone', async () => {
    const clerk = await enterAs(host, 'clerk');
    const kept = clerk.cookies.get(SESSION_COOKIE) ?? '';
    expect((await clerk.post('/session/end')).status).toBe(200);
    expect(clerk.cookies.has(SESSION_COOKIE)).toBe(false);
    clerk.cookies.set(SESSION_COOKIE, kept);
    expect((await clerk.get('/me')).status).toBe(401);
  });

  test('a session ends after half an hour without a request, and after twelve hours in any case', async () => {
    const [idle, long] = [await enterAs(host, 'clerk'), await enterAs(host, 'clerk')];
    const own = '(SELECT id FROM staff WHERE username = ?)';
    const ends = await host.db.client.execute({
      sql: `SELECT expires_at - created_at AS life FROM staff_sessions WHERE user_id = ${own}`,
      args: [idle.name],
    });
    expect(Number(ends.rows[0]?.life)).toBeLessThanOrEqual(30 * 60_000 + 1000);
    await host.db.client.execute({ sql: `UPDATE staff_sessions SET expires_at = unixepoch() * 1000 - 1 WHERE user_id = ${own}`, args: [idle.name] });
    const ago = Date.now() - 12 * 3_600_000;
    await host.db.client.execute({ sql: `UPDATE staff_sessions SET created_at = ? WHERE user_id = ${own}`, args: [ago, long.name] });
    expect([(await idle.get('/me')).status, (await long.get('/me')).status]).toEqual([401, 401]);
  });

  test('a session in use is kept alive, with a cookie that says so', async () => {
    const clerk = await enterAs(host, 'clerk');
    await host.db.client.execute({
      sql: 'UPDATE staff_sessions SET expires_at = unixepoch() * 1000 + 600000 WHERE user_id = (SELECT id FROM staff WHERE username = ?)',
      args: [clerk.name],
    });
    const answer = await clerk.get('/me');
    expect(answer.headers.getSetCookie().join()).toContain('Max-Age=1800');
    const { rows } = await host.db.client.execute({
      sql: 'SELECT expires_at - unixepoch() * 1000 AS left FROM staff_sessions WHERE user_id = (SELECT id FROM staff WHERE username = ?)',
      args: [clerk.name],
    });
    expect(Number(rows[0]?.left)).toBeGreaterThan(25 * 60_000);
  });

  test.each([
    ['another role', (name: string) => changeRole(host.context, { name, role: 'auditor', actor: 'test' })],
    ['a closed account', (name: string) => disableStaff(host.context, { name, disabled: true, actor: 'test' })],
    ['a reset', (name: string) => resetStaff(host.context, { name, actor: 'test' })],
  ])('%s in the middle of a session: the very next request is refused', async (_name, act) => {
    const clerk = await enterAs(host, 'clerk');
    expect((await clerk.get('/me')).status).toBe(200);
    await act(clerk.name);
    expect(await answerOf(await clerk.get('/me'))).toMatchObject({ status: 401, code: 'signInFirst' });
  });

  test('a closed account, a wrong password and an unknown account are told apart by nobody', async () => {
    const clerk = await enterAs(host, 'clerk');
    await disableStaff(host.context, { name: clerk.name, disabled: true, actor: 'test' });
    const said = [];
    for (const [name, password] of [
      [clerk.name, OWN_PASSWORD],
      [clerk.name, 'wrong wrong wrong'],
      ['nobody-here', 'wrong wrong wrong'],
      ["' OR 1=1 --", 'x'],
    ]) {
      const response = await deskVisitor(host).post('/session', { name, password });
      said.push({ ...((await response.json()) as object), requestId: '', status: response.status, cookies: response.headers.getSetCookie().length });
    }
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]).toMatchObject({ status: 403, code: 'signInRefused', cookies: 0 });
  });

  test('a first password past its day is refused, and opens no session', async () => {
    const { name, password } = await addStaff(host.context, { name: 'late-starter', role: 'clerk', actor: 'test' });
    await host.db.client.execute({ sql: 'UPDATE staff SET first_password_until = 1000 WHERE username = ?', args: [name] });
    const visitor = deskVisitor(host);
    expect(await answerOf(await visitor.post('/session', { name, password }))).toMatchObject({ status: 403, code: 'firstPasswordExpired' });
    expect((await visitor.get('/me')).status).toBe(401);
  });

  test('the last admin can be neither lowered nor closed', async () => {
    const admin = await enterAs(host, 'admin');
    await expect(changeRole(host.context, { name: admin.name, role: 'clerk', actor: 'test' })).rejects.toMatchObject({ code: 'staffNotChanged' });
    await expect(disableStaff(host.context, { name: admin.name, disabled: true, actor: 'test' })).rejects.toMatchObject({ code: 'staffNotChanged' });
    expect(await answerOf(await admin.post('/staff/disable', { name: admin.name }))).toMatchObject({ status: 422, code: 'notOneself' });
  });

  test('a form of another site signs nobody in and out', async () => {
    const clerk = await enterAs(host, 'clerk');
    for (const origin of ['https://evil.example', 'null'])
      expect(await answerOf(await clerk.post('/session/end', {}, { origin }))).toMatchObject({ status: 403, code: 'foreignForm' });
    const noOrigin = await host.send('/api/desk/session/end', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', cookie: `${SESSION_COOKIE}=${clerk.cookies.get(SESSION_COOKIE)}` },
      body: '{}',
    });
    expect(noOrigin.status).toBe(403);
    expect((await clerk.get('/me')).status).toBe(200);
  });

  test('every way in and out, and every change of an account, stands in the audit by name', async () => {
    const clerk = await enterAs(host, 'clerk', 'audited-one');
    await deskVisitor(host).post('/session', { name: 'audited-one', password: 'wrong wrong wrong' });
    await clerk.post('/session/end');
    await clerk.post('/session', { name: 'audited-one', password: OWN_PASSWORD });
    await clerk.post('/session/code', { code: clerk.digits() });
    await changeRole(host.context, { name: 'audited-one', role: 'moderator', actor: 'command' });
    const { rows } = await host.db.client.execute(`SELECT actor, act FROM audit WHERE target = 'staff:audited-one' ORDER BY rowid`);
    expect(rows.map(({ actor, act }) => `${String(actor)} ${String(act)}`)).toEqual([
      'public sign-in-refused',
      'staff:audited-one sign-out',
      'staff:audited-one sign-in',
      'command change-role-moderator',
    ]);
    const everything = JSON.stringify((await host.db.client.execute('SELECT * FROM audit')).rows);
    expect(everything).not.toContain(OWN_PASSWORD);
  });

  test('spraying is slowed per account and over all; the owner at their own machine is not', async () => {
    const clerk = await enterAs(host, 'clerk');
    const wrong = (name: string) => deskVisitor(host).post('/session', { name, password: 'wrong wrong wrong' });
    const own: number[] = [];
    for (let time = 0; time < 7; time++) own.push((await wrong(clerk.name)).status);
    expect(own.slice(0, 5).every((status) => status === 403) && own.slice(5).every((status) => status === 429)).toBe(true);
    // The owner's machine holds the mark of an earlier sign-in; a stranger's does not.
    clerk.cookies.delete(SESSION_COOKIE);
    expect(await answerOf(await clerk.post('/session', { name: clerk.name, password: OWN_PASSWORD }))).toMatchObject({ status: 200, next: 'code' });
    const stranger = await wrong(clerk.name);
    expect(Number(stranger.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    await host.db.client.execute(`UPDATE sign_in_tries SET tries = 57, ends_at = '2999-01-01T00:00:00.000Z' WHERE key = 'all'`);
    const statuses = (await Promise.all(Array.from({ length: 12 }, (_, at) => wrong(`sprayed-${at}`)))).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([403, 403, 403, 429, 429, 429, 429, 429, 429, 429, 429, 429]);
    await host.db.client.execute(`UPDATE sign_in_tries SET ends_at = '2000-01-01T00:00:00.000Z'`);
    expect((await wrong(clerk.name)).status).toBe(403);
  });
});
