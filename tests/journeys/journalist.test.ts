import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test, onTestFinished } from 'vitest';
import { NO_SCRIPT, SOON, visitorsOf, WIDE } from '../support/visitors.ts';

const visit = visitorsOf();
const TITLE = '关于在青坪镇、松岭镇开行预约式农村小客车的建议';

const results = (page: Page) => page.locator('#results').getByRole('link');
const search = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('button', { name: '搜索' }).click();
};
/** On phones the filters are folded away; on wide screens they stand open. */
const showFilters = async (page: Page): Promise<void> => {
  const summary = page.locator('details.filters > summary');
  if (await summary.isVisible()) await summary.click();
};

describe('a journalist', () => {
  test.each([
    ['Simplified', '没人约就不跑'],
    ['Traditional', '沒人約就不跑'],
  ])('finds a proposal by words of its text in %s characters', async (_script, words) => {
    const page = await visit(WIDE);
    await page.goto('/search/');
    await search(page, words);
    await expect.poll(() => results(page).allTextContents(), SOON).toContain(TITLE);
  });

  test('narrows by kind and year, keeps the address, and reads proposal and reply side by side', async () => {
    const page = await visit(WIDE);
    await page.goto('/search/');
    await search(page, '班车');
    await results(page).first().waitFor();
    const all = await page.locator('#said').textContent();
    await showFilters(page);
    await page.getByLabel('种类').selectOption({ label: '建议与答复' });
    await page.getByLabel('建议的提出年份').selectOption('2024');
    await expect.poll(() => page.locator('#said').textContent(), SOON).not.toBe(all);
    await expect.poll(() => results(page).allTextContents(), SOON).not.toContain(TITLE);
    await page.getByLabel('建议的提出年份').selectOption('2026');
    await expect.poll(() => results(page).allTextContents(), SOON).toContain(TITLE);
    for (const href of await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
      expect(href).toMatch(/^\/proposals\//);
    // Shared with a colleague, the address asks the same again.
    const again = await visit(WIDE);
    await again.goto(page.url());
    await expect.poll(() => results(again).allTextContents(), SOON).toContain(TITLE);

    await results(page).filter({ hasText: TITLE }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE);
    const asked = await page.getByText('没人约就不跑').first().boundingBox();
    const reply = page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: '交通运输局' }) })
      .first();
    const answered = await reply.boundingBox();
    if (!asked || !answered) throw new Error('proposal or reply cannot be seen');
    // Beside each other: one ends where the other begins, and both are in sight.
    expect(asked.x + asked.width).toBeLessThanOrEqual(answered.x);
    expect(answered.x + answered.width).toBeLessThanOrEqual(WIDE.viewport.width);
    expect(answered.y).toBeLessThan(asked.y + asked.height + WIDE.viewport.height);
    expect(answered.width).toBeGreaterThan(300);
  });

  test('takes the record as JSON from the page', async () => {
    const page = await visit(WIDE);
    await page.goto('/proposals/p-17-5-020/');
    const [response] = await Promise.all([page.waitForResponse(/index\.json$/), page.getByRole('link', { name: '本页数据（JSON）' }).click()]);
    const record = (await response.json()) as { kind: string; item: { id: string; title: string }; replies: unknown[] };
    expect(record).toMatchObject({ kind: 'proposals', item: { id: 'p-17-5-020', title: TITLE } });
    expect(record.replies.length).toBeGreaterThan(0);
  });

  test('filters the list without script and takes exactly what it shows as a table', async () => {
    const page = await visit({ ...NO_SCRIPT, ...WIDE, acceptDownloads: true });
    await page.goto('/proposals/list/');
    await showFilters(page);
    await page.locator('select[name="year"]').selectOption('2026');
    await page.locator('select[name="topic"]').selectOption({ index: 1 });
    await page.getByRole('main').getByRole('button').last().click();
    expect(new URL(page.url()).search).toMatch(/year=2026/);
    const heading = await page.locator('#results').textContent();
    const total = Number(/\d+/.exec(heading ?? '')?.[0]);
    expect(total).toBeGreaterThan(0);
    const shown = await page.locator('.rows a.title').evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/')[2]));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
    const { data } = Papa.parse<{ id: string }>((await readFile(await download.path(), 'utf8')).replace(/^\u{FEFF}/u, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(total);
    expect(data.map((row) => row.id)).toEqual(expect.arrayContaining(shown));
  });

  test('begins on the press page without script: ready lists, whom to call, and the register to print', async () => {
    const page = await visit({ ...NO_SCRIPT, ...WIDE });
    await page.goto('/press/');
    expect(await page.getByRole('heading', { name: '媒体联系' }).isVisible()).toBe(true);
    await page.getByRole('main').getByRole('link', { name: '全部超期未答复的' }).click();
    expect(new URL(page.url()).search).toBe('?overdue=true&sort=waiting');
    expect(await page.locator('.rows .label.late').count()).toBeGreaterThan(0);
    await page.goto('/proposals/register/yunxi-17-5/');
    await page.getByRole('link', { name: '登记簿（打印）' }).click();
    expect(await page.getByRole('row').count()).toBeGreaterThan(20);
    expect((await page.request.get('/proposals/register/yunxi-17-5.xlsx')).headers()['content-type']).toContain('spreadsheetml');
  });

  test('frames the card of a proposal on a site of their own, and no other page', async () => {
    const page = await visit(WIDE, inject('site').url);
    const card = await (await page.request.get('/proposals/p-17-5-020/')).text();
    const code = /&lt;iframe src=(?:&quot;|")([^"&]+)/.exec(card)?.[1] ?? 'no code to copy';
    expect(code).toBe(`${inject('site').url}/proposals/p-17-5-020/embed/`);
    // Another site, with an address of its own: what a policy says of other sites does not hold for a blank page.
    const paper = createServer((_, res) => res.setHeader('content-type', 'text/html').end(`<iframe src="${code}"></iframe>`)).listen(0, '127.0.0.1');
    onTestFinished(() => void paper.close());
    await once(paper, 'listening');
    await page.goto(`http://127.0.0.1:${(paper.address() as AddressInfo).port}/`);
    await page.frameLocator('iframe').getByRole('heading', { name: TITLE }).waitFor();
    const { headers } = await fetch(`${inject('site').url}/proposals/p-17-5-020/`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('without script is led from search to a list that answers', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/search/');
    await search(page, '小客车');
    expect(new URL(page.url()).pathname).toBe('/proposals/list/');
    expect(await page.getByRole('main').textContent()).toContain(TITLE);
  });
});
