import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { formatSecret, newSecret } from '../../db/domain/secret.ts';
import { freePort } from '../support/free-port.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
let dataDir: string;
let url: string;
let server: Program;

/** The published sample on a host of its own, whose database answers nobody. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-no-database-'));
  const release = realpathSync(inject('site').release);
  cpSync(release, join(dataDir, 'releases', basename(release)), { recursive: true });
  symlinkSync(basename(release), join(dataDir, 'releases/current'));
  expect(dirname(release)).toMatch(/releases$/);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = startProgram(['functions/node.ts'], {
    ...inject('site').env,
    DATA_DIR: dataDir,
    PORT: String(port),
    SITE_URL: url,
    DATABASE_URL: `http://127.0.0.1:${await freePort()}`,
  });
  await untilPrinted(server, `:${port}`);
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(dataDir, { recursive: true, force: true });
});

describe('while the database is gone', () => {
  test('everything that is only read is read, searched and found', async () => {
    const page = await visit(PHONE, url);
    for (const path of [
      '/',
      '/find/',
      '/deputies/wang-xiulan/',
      '/proposals/p-17-5-020/',
      '/reports/dr-2024-cao-lixin/',
      '/data/',
      '/proposals/',
      '/messages/status/',
    ])
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
    await page.goto('/search/?q=%E7%8F%AD%E8%BD%A6');
    await page.locator('#results li').first().waitFor();
  });

  test.each([
    ['without script', NO_SCRIPT],
    ['with script', PHONE],
  ])('a letter is not lost: 503, when to try again, and the text in its field (%s)', async (_name, browser) => {
    const page = await visit(browser, url);
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await page.getByLabel('建议', { exact: false }).first().check();
    await page.getByLabel('标题').fill('菜场北门的台阶');
    await page.getByLabel('内容', { exact: true }).fill('写了很久的一封信。');
    await page.getByLabel('我已满 14 周岁').check();
    await page.getByRole('button', { name: '下一步' }).click();
    const answer = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().includes('/messages/new/'));
    await page.getByRole('button', { name: '确认提交' }).click();
    const response = await answer;
    expect(response.status()).toBe(503);
    expect(Number(response.headers()['retry-after'])).toBeGreaterThan(0);
    expect(await page.getByRole('alert').textContent()).toContain('暂时无法办理');
    expect(await page.getByLabel('标题').inputValue()).toBe('菜场北门的台阶');
    expect(await page.getByLabel('内容', { exact: true }).inputValue()).toBe('写了很久的一封信。');
  });

  test('a rating keeps the code and the grade, and says that nothing was counted', async () => {
    const page = await visit(NO_SCRIPT, url);
    const response = await page.goto('/reports/dr-2024-cao-lixin/rate/');
    expect(response?.status()).toBe(503);
    expect(response?.headers()['retry-after']).toBeDefined();
    expect(await page.getByRole('main').textContent()).toContain('暂时无法办理');
    // Opened before the database went, and sent after.
    for (const [code, status] of [
      [formatSecret(newSecret()), 503],
      ['ABCD-EFGH', 422],
    ] as const) {
      const sent = await fetch(`${url}/reports/dr-2024-cao-lixin/rate/`, {
        method: 'POST',
        headers: { origin: url },
        body: new URLSearchParams({ code, overall: 'satisfied', comment: '想说的话' }),
      });
      expect(sent.status).toBe(status);
      if (status === 503) expect(Number(sent.headers.get('retry-after'))).toBeGreaterThan(0);
      const form = await sent.text();
      expect(form).toContain(`value="${code}"`);
      expect(form).toContain('>想说的话</textarea>');
      expect(form).toMatch(/value="satisfied"[^>]*checked/);
    }
  });

  test('the list says so and offers the lists that need no database; public letters too', async () => {
    const page = await visit(NO_SCRIPT, url);
    const list = await page.goto('/proposals/list/?year=2026');
    expect(list?.status()).toBe(503);
    expect(list?.headers()['retry-after']).toBeDefined();
    await page.locator('.tally').getByRole('link', { name: '2026年' }).first().click();
    await page.locator('.rows a.title').first().waitFor();
    expect(new URL(page.url()).pathname).not.toContain('/list/');
    const letters = await page.goto('/messages/');
    expect(letters?.status()).toBe(503);
    expect(await page.getByRole('main').textContent()).toContain('请过几分钟再来');
  });

  test('its health says which part is down', async () => {
    const health = await fetch(`${url}/api/health`);
    expect(await health.json()).toMatchObject({ parts: { release: { status: 'ok' }, database: { status: 'down' } } });
  });
});
