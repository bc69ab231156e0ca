import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { forActs, type ActContext } from '../../functions/act-context.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { answerMessage } from '../../functions/acts/answer-message.ts';
import { hideMessage } from '../../functions/acts/hide-message.ts';
import { publishMessage } from '../../functions/acts/publish-message.ts';
import { restoreMessage } from '../../functions/acts/restore-message.ts';
import { sendMessage } from '../../functions/acts/send-message.ts';
import { startLibsqlEndpoint } from '../../functions/cli/libsql-endpoint.ts';
import { nodeRecords } from '../../functions/node-records.ts';
import { readNodeSettings } from '../../functions/node-settings.ts';
import { freePort } from '../support/free-port.ts';
import { PHONE, visitorsOf } from '../support/visitors.ts';
import { PAYLOADS } from '../support/xss.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';

const visit = visitorsOf();
let folder: string;
let url: string;
let server: Program;
let endpoint: Awaited<ReturnType<typeof startLibsqlEndpoint>>;
let db: Database;
let context: ActContext;

/** The published sample on a host of its own, over a database that this test shares as a second client. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-hidden-'));
  const release = realpathSync(inject('site').release);
  cpSync(release, join(folder, 'releases', basename(release)), { recursive: true });
  symlinkSync(basename(release), join(folder, 'releases/current'));
  endpoint = await startLibsqlEndpoint(join(folder, 'test.db'));
  db = await openDatabase({ url: endpoint.url, timeout: 10_000 });
  await migrateDatabase(db);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = { ...inject('site').env, DATA_DIR: folder, PORT: String(port), SITE_URL: url, DATABASE_URL: endpoint.url };
  server = startProgram(['functions/node.ts'], env);
  await untilPrinted(server, `:${port}`);
  context = forActs({ db, records: nodeRecords(folder), settings: readNodeSettings(env), clock: { now: () => new Date() }, log: () => {} });
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  db.close();
  await endpoint.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what is hidden is gone from list, page, feed and JSON at the next request; in its place stands why, and it can come back', async () => {
  const words = '金丝雀公开的内容';
  await sendMessage(context, {
    message: {
      to: 'people:wang-xiulan',
      kind: 'help',
      title: `${words}标题`,
      text: '原文 13811112222',
      ageConfirmed: true,
      public: true,
      hideName: true,
      follow: false,
    },
    repeat: undefined,
  });
  const id = (await db.client.execute('SELECT id FROM messages')).rows[0]?.id as string;
  await acceptMessage(context, { id, by: { role: 'clerk', actor: 'staff:a' } });
  await publishMessage(context, { id, actor: 'staff:b', title: `${words}标题`, text: words, name: undefined, answers: [] });

  const renderings = ['/messages/', `/messages/${id}/`, '/messages/feed.xml', '/api/messages', `/api/messages/${id}`];
  const read = () =>
    Promise.all(
      renderings.map(async (path) => {
        const answer = await fetch(url + path);
        // Nobody may keep it for longer than five minutes.
        const kept = answer.headers.get('cache-control') ?? '';
        expect([path, /no-store|max-age=(?:[1-9]\d?|[12]\d\d|300)$/.test(kept)]).toEqual([path, true]);
        return (await answer.text()).includes(words);
      }),
    );
  expect(await read()).toEqual([true, true, true, true, true]);
  await hideMessage(context, { id, reason: 'personalData', actor: 'staff:a' });
  expect(await read()).toEqual([false, false, false, false, false]);
  expect(await (await fetch(`${url}/messages/${id}/`)).text()).toContain('里面有个人信息');
  expect(await (await fetch(`${url}/messages/`)).text()).toContain('有个人信息 1 封');
  await restoreMessage(context, { id, actor: 'staff:b' });
  expect(await read()).toEqual([true, true, true, true, true]);
  expect(await (await fetch(`${url}/messages/feed.xml`)).text()).not.toContain('13811112222');
});

test('whatever a resident or a deputy writes stays text: more than 500 ways to smuggle in a script run nothing', async () => {
  const page = await visit(PHONE, url);
  page.on('dialog', (dialog) => void dialog.dismiss());
  const ran = () => page.evaluate(() => (window as { ran?: number }).ran);
  expect(PAYLOADS.length).toBeGreaterThan(500);
  const size = Math.ceil(PAYLOADS.length / 8);
  const codes: string[] = [];
  for (let at = 0; at < PAYLOADS.length; at += size) {
    const text = PAYLOADS.slice(at, at + size)
      .join('\n')
      .slice(0, 4900);
    const title = PAYLOADS.find((payload, place) => place >= at && payload.length <= 60) ?? 'x';
    const { code } = await sendMessage(context, {
      message: {
        to: 'people:wang-xiulan',
        kind: 'help',
        title,
        text,
        name: '<b>x</b>',
        ageConfirmed: true,
        public: true,
        hideName: false,
        follow: false,
      },
      repeat: undefined,
    });
    codes.push(code);
    const id = (await db.client.execute({ sql: 'SELECT id FROM messages WHERE text = ?', args: [text] })).rows[0]?.id as string;
    await acceptMessage(context, { id, by: { role: 'clerk', actor: 'staff:a' }, note: text.slice(0, 400) });
    await answerMessage(context, { id, by: { role: 'moderator', actor: 'staff:b' }, from: 'people:wang-xiulan', answer: text, publicText: text });
    await publishMessage(context, { id, actor: 'staff:b', title, text, name: title, answers: [] });
    await page.goto(`/messages/${id}/`);
    expect([id, await ran(), (await page.locator('main .typed').first().textContent()) === text]).toEqual([id, undefined, true]);
  }
  await page.goto('/messages/');
  expect(await ran()).toBeUndefined();
  await page.goto(`/messages/status/#${codes[0] ?? ''}`);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  expect(await ran()).toBeUndefined();
  await page.goto('/messages/new/?to=people:wang-xiulan');
  await page.getByLabel('求助').check();
  await page.getByLabel('标题').fill(PAYLOADS[1] ?? '');
  await page.getByLabel('内容', { exact: true }).fill(PAYLOADS.slice(0, 80).join('\n').slice(0, 4900));
  await page.getByLabel('我已满 14 周岁').check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '请核对一遍' }).waitFor();
  expect(await ran()).toBeUndefined();
  const feed = await (await fetch(`${url}/messages/feed.xml`)).text();
  expect(feed).not.toMatch(/<(?:script|img|svg|iframe)/i);
});
