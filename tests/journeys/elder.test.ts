import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { elderFaults } from '../support/elder-norm.ts';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
const sizeOf = (page: Page): Promise<number> =>
  page
    .locator('main p')
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

describe('someone who needs large letters', () => {
  test('switches once: the next pages, and the next visit, are large too, until they switch back', async () => {
    const page = await visit();
    await page.goto('/');
    const small = await sizeOf(page);
    await page.getByRole('link', { name: '大字版' }).click();
    expect(await sizeOf(page)).toBeGreaterThan(small);
    await page.getByRole('link', { name: '查代表' }).first().click();
    expect(await sizeOf(page)).toBeGreaterThanOrEqual(24);
    const later = await page.context().newPage();
    await later.goto('/deputies/wang-xiulan/');
    expect(await later.locator('html').getAttribute('data-elder')).toBe('on');
    await later.getByRole('link', { name: '标准版' }).click();
    await later.reload();
    expect(await later.locator('html').getAttribute('data-elder')).toBeNull();
  });

  test('finds targets of 60 px to press, in the form as well', async () => {
    const page = await visit();
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await page.getByRole('link', { name: '大字版' }).click();
    for (const target of [
      page.getByRole('button', { name: '下一步' }),
      page.getByRole('link', { name: '标准版' }),
      page.getByRole('link', { name: '查代表' }).first(),
    ])
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(60);
  });

  test.each([
    '/elder/',
    '/elder/find/',
    '/elder/areas/chengguan-wenmiao/',
    '/elder/deputies/wang-xiulan/',
    '/elder/deputies/wang-xiulan/card/',
    '/elder/stations/chengguan-station/',
    '/elder/messages/new/?to=people:wang-xiulan',
    '/elder/messages/status/',
    '/elder/messages/lost/',
  ])('reads %s by the norm', async (path) => {
    const page = await visit(NO_SCRIPT);
    await page.goto(path);
    expect(await page.evaluate(elderFaults)).toEqual([]);
  });

  test('who remembers large letters has them by the norm on pages that exist once, too', async () => {
    const page = await visit();
    await page.goto('/elder/');
    for (const path of ['/proposals/p-17-5-003/', '/reports/dr-2024-cao-lixin/', '/units/', '/promises/']) {
      await page.goto(path);
      expect([path, ...(await page.evaluate(elderFaults))]).toEqual([path]);
    }
  });

  test('is read to aloud where the device has a Chinese voice, and offered nothing where it has none', async () => {
    const page = await visit();
    await page.goto('/elder/deputies/wang-xiulan/');
    const button = page.locator('[data-read-aloud]');
    expect(await button.isVisible()).toBe(false);
    await page.addInitScript(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      speechSynthesis.getVoices = () => [{ lang: 'zh-CN', name: 'test' } as SpeechSynthesisVoice];
      speechSynthesis.speak = (utterance) => void said.push(utterance.text);
      Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set: () => {}, configurable: true });
    });
    await page.reload();
    await button.click();
    expect(await button.textContent()).toBe('停止朗读');
    const said = await page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
    expect(said[0]).toBe('王秀兰');
    expect(said.join('')).toContain('城关第一选区');
    expect(said.join('')).not.toContain('首页');
    await button.click();
    expect(await button.textContent()).toBe('朗读本页');
    await page.goto('/deputies/wang-xiulan/');
    expect(await page.locator('[data-read-aloud]').count()).toBe(0);
  });

  test('without script is led to pages in large letters, and stays on them', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/stations/chengguan-station/');
    await page.getByRole('link', { name: '大字版' }).click();
    expect(new URL(page.url()).pathname).toBe('/elder/stations/chengguan-station/');
    expect(await sizeOf(page)).toBeGreaterThanOrEqual(24);
    await page.getByRole('link', { name: '查代表' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/elder/find/');
    await page.goto('/elder/deputies/wang-xiulan/');
    await page.getByRole('link', { name: '给代表留言' }).click();
    expect(new URL(page.url()).pathname).toBe('/elder/messages/new/');
    await page.getByRole('link', { name: '标准版' }).click();
    expect(new URL(page.url()).pathname).toBe('/messages/new/');
    // Where a page has no large version, the entry leads to the large home page.
    await page.goto('/proposals/');
    expect(await page.getByRole('link', { name: '大字版' }).getAttribute('href')).toBe('/elder/');
    // The browser's own enlarging must not break the page: at 200 % everything is still in sight.
    const narrow = await visit({ ...NO_SCRIPT, viewport: { width: 320, height: 640 } });
    await narrow.goto('/deputies/wang-xiulan/');
    expect(await narrow.locator('body').evaluate((body) => body.ownerDocument.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

/** What has the focus, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? `${element.type} ${element.name}`
      : (element?.textContent?.trim() ?? '');
  });

const tabTo = async (page: Page, name: string, most = 60): Promise<void> => {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) {
      const outline = await page.evaluate(() => document.activeElement && getComputedStyle(document.activeElement).outlineStyle);
      expect(outline, `${name} shows that it has the focus`).not.toBe('none');
      return;
    }
  }
  throw new Error(`${name} is not reached by ${most} tabs; the last is “${await focused(page)}”`);
};

describe('someone with a keyboard only', () => {
  test('skips to the text, walks the sections, and sends a letter to the end', async () => {
    const page = await visit({ ...PHONE, viewport: { width: 1024, height: 700 } });
    await page.goto('/deputies/wang-xiulan/');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    expect((await page.getByRole('link', { name: '跳到正文' }).boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await tabTo(page, '给代表留言');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/messages/new/**');

    await tabTo(page, '建议与答复');
    await tabTo(page, 'radio kind');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'text title');
    await page.keyboard.type('给菜场加一个坡道');
    await tabTo(page, 'textarea text');
    await page.keyboard.type('菜场北门有三级台阶，推轮椅进不去，希望加一个坡道。');
    await tabTo(page, 'checkbox ageConfirmed');
    await page.keyboard.press('Space');
    await tabTo(page, '下一步：核对');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '请核对一遍' }).waitFor();
    await tabTo(page, '确认提交');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已经收到您的信' }).waitFor();
    expect(await page.locator('.receipt').textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/);
  });
});
