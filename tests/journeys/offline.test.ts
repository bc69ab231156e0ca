import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { publicFiles } from '../support/site-pages.ts';
import { switchableNetwork, type Network } from '../support/switchable-network.ts';
import { PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
let network: Network;
let isCut = false;
const cut = async (): Promise<void> => {
  await network.cut();
  isCut = true;
};
const mend = async (): Promise<void> => {
  network.slowDown(0);
  if (isCut) await network.mend();
  isCut = false;
};
beforeAll(async () => {
  network = await switchableNetwork(inject('site').url);
});
afterEach(mend);
afterAll(() => network.cut());

/** Paths of what the worker keeps, oldest first. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });
const untilKept = (page: Page, path: string): Promise<void> =>
  expect
    .poll(() => kept(page), { timeout: 10_000 })
    .toContain(path)
    .then(() => undefined);

/** Opens pages one after the other, each once the worker has it. */
const read = async (page: Page, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    await page.goto(path);
    await untilKept(page, path);
  }
};
const OWN = ['/deputies/wang-xiulan/', '/deputies/wang-xiulan/card/', '/stations/chengguan-station/'];

describe('somebody whose network comes and goes', { timeout: 60_000 }, () => {
  test('reads their own deputy, card and station without network, with the date of the copy', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, OWN);
    await cut();
    for (const path of OWN) {
      await page.goto(path);
      expect(await page.locator('.banner.stale').first().textContent()).toMatch(
        /^没有联网或者网络很慢，这是 \d{4}年\d+月\d+日 \d{2}:\d{2} 存下的内容。$/,
      );
      expect(await page.locator('main').innerText()).toContain('城关');
      expect(await page.locator('header.site').evaluate((header) => header.ownerDocument.styleSheets.length)).toBeGreaterThan(0);
      expect(await page.locator('.skip').evaluate((skip) => getComputedStyle(skip).position)).toBe('absolute');
    }
    await mend();
    await page.goto('/deputies/wang-xiulan/');
    expect(await page.locator('.banner.stale').count()).toBe(0);
  });

  test('is told in their language, below a prefix too', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, ['/en/deputies/wang-xiulan/', '/zh-hant/stations/chengguan-station/', '/elder/deputies/wang-xiulan/card/']);
    await cut();
    await page.goto('/en/deputies/wang-xiulan/');
    expect(await page.locator('.banner.stale').first().textContent()).toMatch(
      /^You are offline or the network is slow. This is the copy kept on [A-Z][a-z]+ \d+, \d{4}/,
    );
    await page.goto('/zh-hant/stations/chengguan-station/');
    expect(await page.locator('.banner.stale').first().textContent()).toContain('沒有聯網或者網路很慢'.replace('網路', '網絡'));
    await page.goto('/en/find/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline');
  });

  test('finds on every other page what there is to read, and the telephone', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, OWN);
    await cut();
    const answer = await page.goto('/proposals/');
    expect(answer?.status()).toBe(503);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('现在没有联网');
    expect(await page.locator('[data-kept] a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(OWN.toReversed());
    expect(await page.locator('main').innerText()).toContain('0000-5550100');
    await page.locator('[data-kept] a').last().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('王秀兰');
  });

  test('has nothing else on the device: no form, no message, no list, no data', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, OWN);
    for (const path of [
      '/',
      '/proposals/',
      '/messages/',
      '/messages/new/?to=people:wang-xiulan',
      '/messages/status/',
      '/reports/dr-2024-cao-lixin/rate/',
      '/deputies/',
      '/stations/',
      '/api/health',
      '/deputies/wang-xiulan/index.json',
    ])
      await page.goto(path);
    await page.goto('/');
    const paths = await kept(page);
    expect(paths.filter((path) => !path.endsWith('.css')).toSorted()).toEqual(['/offline/', ...OWN].toSorted());
    expect(paths.filter((path) => path.endsWith('.css') && !publicFiles('.css').includes(path.slice(1)))).toEqual([]);
    await cut();
    await expect(page.goto('/messages/new/?to=people:wang-xiulan')).rejects.toThrow('ERR_CONNECTION_REFUSED');
    await expect(page.goto('/api/health')).rejects.toThrow('ERR_CONNECTION_REFUSED');
  });

  test('waits four seconds for a slow network, and then reads the copy', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, ['/deputies/wang-xiulan/']);
    network.slowDown(30_000);
    const started = Date.now();
    await page.goto('/deputies/wang-xiulan/', { waitUntil: 'commit' });
    await page.locator('.banner.stale').first().waitFor();
    expect(Date.now() - started).toBeGreaterThanOrEqual(3900);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test('keeps the thirty pages read last, and no style sheet that none of them needs', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, ['/deputies/wang-xiulan/card/']);
    const sheets = async (): Promise<number> => (await kept(page)).filter((path) => path.endsWith('.css')).length;
    const needed = (): Promise<number> => page.locator('link[rel=stylesheet]').count();
    const ofCard = await needed();
    await expect.poll(sheets).toBe(ofCard);
    const profiles = publicFiles('index.html')
      .filter((file) => /^deputies\/[^/]+\/index\.html$/.test(file))
      .map((file) => `/${file.replace('index.html', '')}`)
      .slice(0, 32);
    expect(profiles.length).toBe(32);
    await read(page, profiles);
    await expect.poll(async () => (await kept(page)).filter((path) => path.startsWith('/deputies/'))).toEqual(profiles.slice(-30));
    expect(await needed()).toBeLessThan(ofCard);
    await expect.poll(sheets).toBe(await needed());
  });

  test('loses what an older version kept', async () => {
    const page = await visit(PHONE, network.url);
    await page.goto('/about/');
    await page.evaluate(async () => {
      await (await caches.open('huiyin-0')).put('/deputies/old/', new Response('old'));
      await (await navigator.serviceWorker.ready).unregister();
    });
    await page.reload();
    await expect.poll(() => kept(page)).not.toContain('/deputies/old/');
  });

  test('forgets a page that is gone from the site', async () => {
    const page = await visit(PHONE, network.url);
    await read(page, ['/deputies/wang-xiulan/']);
    await page.evaluate(async () =>
      (await caches.open('huiyin-1')).put('/deputies/nobody/', new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })),
    );
    await page.goto('/deputies/nobody/');
    await expect.poll(() => kept(page)).not.toContain('/deputies/nobody/');
  });
});
