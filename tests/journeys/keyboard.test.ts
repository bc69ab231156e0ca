import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { visitorsOf, WIDE } from '../support/visitors.ts';

const visit = visitorsOf();

/** Everything that a keyboard can reach in sight, in the order of the document; of a group of radio buttons the first. */
const expectedStops = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const groups = new Set<string>();
    return [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex="0"]')]
      .filter((element) => element.checkVisibility() && !element.closest('[inert]') && !(element as HTMLButtonElement).disabled)
      .filter((element) => {
        if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
        const isFirst = !groups.has(element.name);
        groups.add(element.name);
        return isFirst;
      })
      .map((element, index) => (element.dataset['stop'] = String(index)));
  });

/** Walks the whole page with Tab. @returns stops in the order they were met, and what was wrong at them */
const walk = async (page: Page, most: number): Promise<{ stops: string[]; faults: string[] }> => {
  const stops: string[] = [];
  const faults: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const met = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const name = `${element.tagName} ${element.textContent?.trim().slice(0, 20)}`;
      const wrong = [
        outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? 'no focus in sight' : '',
        box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth ? 'outside the screen' : '',
      ].filter(Boolean);
      return { stop: element.dataset['stop'] ?? `unexpected ${name}`, faults: wrong.map((fault) => `${name}: ${fault}`) };
    });
    if (!met) break;
    stops.push(met.stop);
    faults.push(...met.faults);
  }
  return { stops, faults };
};

const PATHS = [
  '/',
  '/find/',
  '/areas/chengguan-wenmiao/',
  '/deputies/wang-xiulan/',
  '/en/stations/chengguan-station/',
  '/elder/messages/new/?to=people:wang-xiulan',
  '/proposals/p-17-5-003/',
  '/reports/dr-2024-cao-lixin/',
];

describe('a keyboard', { timeout: 90_000 }, () => {
  test.each(PATHS)('walks through %s in the order of the document, sees where it is, and is caught nowhere', async (path) => {
    const page = await visit(WIDE);
    await page.goto(path);
    const wanted = await expectedStops(page);
    expect(wanted.length).toBeGreaterThan(10);
    const { stops, faults } = await walk(page, wanted.length + 5);
    expect(faults).toEqual([]);
    expect(stops).toEqual(wanted);
  });

  test.each(PATHS)('and a voice meet banner, navigation, text and footer of %s in this order', async (path) => {
    const page = await visit(WIDE);
    await page.goto(path);
    const tree = await page.locator('body').ariaSnapshot();
    const landmarks = [...tree.matchAll(/^(?: {2})*- (banner|navigation "(?:主要栏目|Main sections)"|main|contentinfo)/gm)].map(
      ([, name = '']) => name.split(' ')[0],
    );
    expect(landmarks).toEqual(['banner', 'navigation', 'main', 'contentinfo']);
    expect(tree.indexOf('heading')).toBeGreaterThan(tree.indexOf('- main'));
  });

  test('goes from the place to the deputy, to the card, and into another language', async () => {
    const page = await visit(WIDE);
    const press = async (name: string): Promise<void> => {
      await page.getByRole('link', { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    await page.goto('/areas/chengguan-wenmiao/');
    await press('王秀兰');
    await page.waitForURL('**/deputies/wang-xiulan/');
    await press('代表联系卡');
    await page.waitForURL('**/card/');
    await press('English');
    await page.waitForURL('**/en/deputies/wang-xiulan/card/');
    await press('Large text');
    expect(await page.locator('html').getAttribute('data-elder')).toBe('on');
  });
});
