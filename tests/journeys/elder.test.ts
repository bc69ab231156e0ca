import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
const sizeOf = (page: Page): Promise<number> => page.locator('main p').first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

describe('someone who needs large letters', () => {
  test('switches once: the next pages, and the next visit, are large too, until they switch back', async () => {
    const page = await visit();
    await page.goto('/');
    const small = await sizeOf(page);
    await page.getByRole('button', { name: '大字版' }).click();
    expect(await sizeOf(page)).toBeGreaterThan(small);
    await page.getByRole('link', { name: '查代表' }).first().click();
    expect(await sizeOf(page)).toBeGreaterThanOrEqual(24);
    const later = await page.context().newPage();
    await later.goto('/deputies/wang-xiulan/');
    expect(await later.locator('html').getAttribute('data-elder')).toBe('on');
    await later.getByRole('button', { name: '标准版' }).click();
    await later.reload();
    expect(await later.locator('html').getAttribute('data-elder')).toBeNull();
  });

  test('finds targets of 60 px to press, in the form as well', async () => {
    const page = await visit();
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await page.getByRole('button', { name: '大字版' }).click();
    for (const target of [page.getByRole('button', { name: '提交' }), page.getByRole('button', { name: '标准版' }), page.getByRole('link', { name: '查代表' }).first()])
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(60);
  });

  test('without script meets no switch that does nothing, and reads on', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/');
    expect(await page.getByRole('button', { name: '大字版' }).count()).toBe(0);
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
    return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? `${element.type} ${element.name}` : (element?.textContent?.trim() ?? '');
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
    await tabTo(page, '提交');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '已经收到您的信' }).waitFor();
    expect(await page.locator('.receipt').textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/);
  });
});
