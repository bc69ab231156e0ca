import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { databaseOver, openRemoteDatabase, type Database } from '../../db/remote.ts';
import { createApp } from '../../functions/app.ts';
import { startNodeHost } from '../support/api-host.ts';

const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const SECRET_TEXT = '金丝雀-13812345678';
const message = { to: 'people:lin-xiaohe', kind: 'question', title: SECRET_TEXT, text: SECRET_TEXT, contact: SECRET_TEXT, ageConfirmed: true };

/** The app of a host over another database. */
async function appOver(db: Database) {
  const host = await startNodeHost();
  const app = createApp({ ...host.context, db });
  return {
    log: host.log,
    close: host.close,
    send: async (path: string, init?: RequestInit) => app.fetch(new Request(new URL(path, host.context.settings.siteUrl), init), {}),
  };
}

describe('the database is away (row 55)', () => {
  const refusing = async () => openRemoteDatabase({ url: 'http://127.0.0.1:9' });
  const silent = async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    server.unref();
    return openRemoteDatabase({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeout: 700 });
  };
  test.each([
    ['refuses', refusing],
    ['never answers', silent],
  ] as const)('it %s: writes answer 503 with Retry-After, and the log tells nothing of what was sent', async (_, open) => {
    const app = await appOver(await open());
    const started = Date.now();
    const answer = await app.send('/api/messages', json(message));
    expect(Date.now() - started).toBeLessThan(2000);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ code: 'unavailable' });
    const health = await app.send('/api/health');
    expect([health.status, await health.json()]).toMatchObject([503, { parts: { release: { status: 'ok' }, database: { status: 'down' } } }]);
    expect(app.log.map(({ event }) => event)).toContain('database-unreachable');
    expect(JSON.stringify(app.log)).not.toContain('金丝雀');
    await app.close();
  });

  test('it cannot write (disk full): 503, and once there is room again it works without a restart', async () => {
    const host = await startNodeHost();
    let full = true;
    const { client } = host.db;
    const db = databaseOver(
      {
        ...client,
        protocol: 'file',
        batch: (...args: Parameters<typeof client.batch>) =>
          full ? Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' })) : client.batch(...args),
      } as never,
      true,
    );
    const app = createApp({ ...host.context, db });
    const send = () => app.fetch(new Request('https://rd.example.test/api/messages', json(message)), {});
    expect((await send()).status).toBe(503);
    full = false;
    expect((await send()).status).toBe(201);
    await host.close();
  });
});

test('an unexpected error is an apology with a request id; the log has names and places, never what was sent', async () => {
  const host = await startNodeHost();
  const app = createApp({
    ...host.context,
    db: { ...host.db, client: { ...host.db.client, batch: () => Promise.reject(new Error(`broken by ${SECRET_TEXT}`)) } as never },
  });
  const answer = await app.fetch(new Request('https://rd.example.test/api/messages', json(message)), {});
  const problem = (await answer.json()) as { requestId: string; detail: string };
  expect(answer.status).toBe(500);
  expect(problem.detail).toContain(problem.requestId);
  expect(answer.headers.get('x-request-id')).toBe(problem.requestId);
  expect(host.log).toMatchObject([{ event: 'unexpected-error', requestId: problem.requestId, status: 500 }]);
  expect(JSON.stringify(host.log)).not.toContain('金丝雀');
  await host.close();
});

test('nothing published yet: 503, not 500', async () => {
  const host = await startNodeHost();
  const app = createApp({ ...host.context, records: { ...host.context.records, current: () => Promise.reject(new Error('none')) } });
  const health = await app.fetch(new Request('https://rd.example.test/api/health'), {});
  expect([health.status, await health.json()]).toMatchObject([503, { parts: { release: { status: 'down' } } }]);
  await host.close();
});
