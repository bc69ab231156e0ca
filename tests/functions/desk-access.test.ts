import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK_ROUTES, mayUse } from '../../db/domain/desk-rules.ts';
import { ROLES } from '../../db/domain/staff.ts';
import { createApp } from '../../functions/app.ts';
import { HOSTS, startNodeHost, type ApiHost } from '../support/api-host.ts';
import { deskVisitor, enterAs, type DeskVisitor } from '../support/desk-visitor.ts';

test('every route of the desk has a rule and every rule a route: a new route without one fails here', async () => {
  const host = await startNodeHost();
  const routes = createApp(host.context)
    .routes.filter(({ path, method }) => path.startsWith('/api/desk') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  await host.close();
  expect([...new Set(routes)].toSorted()).toEqual(Object.keys(DESK_ROUTES).toSorted());
});

/** What refuses somebody, by the rule of the route and who asks; undefined where the guard must let them through. */
const expected = (rule: (typeof DESK_ROUTES)[string], who: string): string | undefined => {
  if (rule === 'open') return undefined;
  if (who === 'nobody' || who === 'stranger') return 'signInFirst';
  if (rule === 'entering') return undefined;
  if (who === 'newcomer') return 'entryNotDone';
  return mayUse(who as (typeof ROLES)[number], rule) ? undefined : 'notYours';
};
const BY_GUARD = new Set(['signInFirst', 'entryNotDone', 'notYours']);

describe.each(HOSTS)('who may use which route on %s', (_, start) => {
  let host: ApiHost;
  const people = new Map<string, () => Promise<DeskVisitor>>();
  beforeAll(async () => {
    host = await start();
    people.set('nobody', async () => deskVisitor(host));
    people.set('stranger', async () => {
      const visitor = deskVisitor(host);
      visitor.cookies.set('__Host-desk.session_token', 'x'.repeat(32) + '.' + 'y'.repeat(43) + '%3D');
      return visitor;
    });
    people.set('newcomer', async () => {
      const visitor = await enterAs(host, 'admin');
      await host.db.client.execute({ sql: 'UPDATE staff SET two_factor_enabled = 0 WHERE username = ?', args: [visitor.name] });
      return visitor;
    });
    for (const role of ROLES) people.set(role, () => enterAs(host, role));
  });
  afterAll(() => host.close());

  test.each(['nobody', 'stranger', 'newcomer', ...ROLES])('%s: all routes as the table says', async (who) => {
    const wrong: string[] = [];
    let visitor = await people.get(who)?.();
    for (const [route, rule] of Object.entries(DESK_ROUTES)) {
      const [method, path = ''] = route.split(' ');
      // An empty body changes nothing: where the guard lets somebody through, the shape or the row refuses next.
      const short = path.slice('/api/desk'.length).replaceAll(/:\w+/g, 'x');
      const response = method === 'GET' ? await visitor?.get(short) : await visitor?.post(short, {});
      const { code } = (await response?.json()) as { code?: string };
      const refused = code !== undefined && BY_GUARD.has(code) ? code : undefined;
      if (refused !== expected(rule, who)) wrong.push(`${route}: ${refused ?? 'let through'}, not ${expected(rule, who) ?? 'let through'}`);
      // Signing out is one of the routes.
      if (path === '/api/desk/session/end') visitor = await people.get(who)?.();
    }
    expect(wrong).toEqual([]);
  });

  test('another spelling of a path, and another method, open nothing', async () => {
    const admin = await enterAs(host, 'admin');
    for (const path of ['//staff', '/%73taff', '/staff/', '/STAFF', '/staff%2f', '/staff;a']) {
      const response = await admin.get(path);
      expect([path, response.status]).toEqual([path, 404]);
    }
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const put = await host.send('/api/desk/staff', { method: 'PUT', headers: { cookie, origin: 'https://rd.example.test' } });
    expect(put.status).toBe(404);
  });
});
