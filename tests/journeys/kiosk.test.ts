import { expect, test } from 'vitest';
import { NO_SCRIPT, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
const SCREEN = { viewport: { width: 1080, height: 1920 }, hasTouch: true };

test('at the touch screen a resident finds how to reach their deputy without script, and every target is large', { timeout: 60_000 }, async () => {
  const page = await visit({ ...NO_SCRIPT, ...SCREEN });
  await page.goto('/kiosk/');
  const small: string[] = [];
  const measure = async (): Promise<void> => {
    for (const link of await page.locator('main a, header a').all()) {
      const box = await link.boundingBox();
      if (box && (box.height < 60 || box.width < 60)) small.push(`${page.url()} ${await link.textContent()} ${box.width}×${box.height}`);
    }
  };
  await measure();
  await page.getByRole('link', { name: '城关街道' }).tap();
  await measure();
  await page.getByRole('link', { name: '文庙社区' }).tap();
  await measure();
  await page.getByRole('link', { name: '王秀兰' }).tap();
  await measure();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('王秀兰');
  expect(await page.getByText('电话 0000-5550111').count()).toBe(1);
  expect(await page.getByRole('img', { name: '/q/wang-xiulan/' }).count()).toBe(1);
  await page.getByRole('link', { name: '回到开始' }).tap();
  await page.waitForURL('**/kiosk/');
  expect(small).toEqual([]);
});

test('left alone for a minute it goes back to the start, after saying so; a touch keeps it', { timeout: 60_000 }, async () => {
  const page = await visit(SCREEN);
  await page.clock.install();
  await page.goto('/kiosk/');
  await page.getByRole('link', { name: '城关街道' }).tap();
  await page.getByRole('link', { name: '文庙社区' }).tap();
  const warning = page.getByText('马上回到开始');
  expect(await warning.isVisible()).toBe(false);
  await page.clock.runFor(42_000);
  expect(await warning.isVisible()).toBe(true);
  await page.touchscreen.tap(5, 500);
  await page.clock.runFor(2_000);
  expect(await warning.isVisible()).toBe(false);
  expect(new URL(page.url()).pathname).toBe('/kiosk/areas/chengguan-wenmiao/');
  await page.clock.runFor(61_000);
  await page.waitForURL('**/kiosk/');
});

test('a step back is offered where the last page was one of the touch screen', async () => {
  const page = await visit(SCREEN);
  await page.goto('/kiosk/areas/chengguan/');
  expect(await page.getByRole('button', { name: '上一步' }).isVisible()).toBe(false);
  await page.getByRole('link', { name: '文庙社区' }).tap();
  await page.getByRole('button', { name: '上一步' }).tap();
  await page.waitForURL('**/kiosk/areas/chengguan/');
});
