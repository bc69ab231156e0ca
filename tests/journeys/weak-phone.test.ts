import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
const READ = [
  '/',
  '/find/',
  '/areas/chengguan-wenmiao/',
  '/deputies/wang-xiulan/',
  '/deputies/wang-xiulan/card/',
  '/stations/chengguan-station/',
  '/proposals/p-17-5-003/',
  '/reports/dr-2024-cao-lixin/',
  '/promises/',
  '/calendar/',
  '/en/',
  '/elder/find/',
];

/** Slow 3G as browsers' own tools know it: 400 kbit/s, 400 ms to the server and back, times five for the handshakes. */
const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};

describe('somebody with a weak phone', { timeout: 120_000 }, () => {
  test('on slow 3G reads the title and the first lines of a page within seven seconds', async () => {
    const late: string[] = [];
    for (const path of READ) {
      const page = await visit(PHONE);
      await slowDown(page);
      const started = Date.now();
      await page.goto(path, { waitUntil: 'commit', timeout: 20_000 });
      // Painted, not only parsed: the style sheet is there too.
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, undefined, { timeout: 20_000 });
      const took = Date.now() - started;
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      if (took > 7000) late.push(`${path} ${took} ms`);
      await page.context().close();
    }
    expect(late).toEqual([]);
  });

  test('whose scripts do not arrive reads, looks up and writes all the same', async () => {
    const page = await visit(PHONE);
    await page.route(/\.js$/, (route) => route.abort());
    for (const path of READ) {
      await page.goto(path);
      expect(await page.getByRole('heading', { level: 1 }).isVisible(), path).toBe(true);
    }
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await page.getByLabel('求助').check();
    await page.getByLabel('标题').fill('楼道灯坏了');
    await page.getByLabel(/^内容/).fill('文庙社区三号楼二单元的楼道灯坏了一个月，老人上下楼看不见。');
    await page.getByLabel('我已满 14 周岁').check();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByRole('heading', { name: '已经收到您的信' }).waitFor();
  });

  test('without script goes from the home page to a deputy by the tree of places', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/');
    await page.locator('.towns a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/areas\//);
    await page.locator('main a[href^="/deputies/"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/deputies\/[^/]+\/$/);
    await page.getByRole('link', { name: '代表联系卡' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  });
});

test('an error on a record is reported on the site, about the page it was found on', async () => {
  const page = await visit(NO_SCRIPT);
  await page.goto('/deputies/wang-xiulan/');
  await page.getByRole('link', { name: '报告本页错误' }).click();
  expect(await page.getByRole('main').textContent()).toContain('/deputies/wang-xiulan/');
  await page.getByLabel('哪里不对').fill('职业写错了，应为“村医”。');
  await page.getByRole('button', { name: '提交' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('已经收到，谢谢');
  await page.getByRole('link', { name: '回到那一页' }).click();
  expect(new URL(page.url()).pathname).toBe('/deputies/wang-xiulan/');
});
