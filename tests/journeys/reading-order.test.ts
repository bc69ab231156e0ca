/** What a screen reader meets: the accessibility tree, in the order in which eyes meet the page; and nothing that moves where that is unwanted. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PHONE, visitorsOf, WIDE } from '../support/visitors.ts';

const visit = visitorsOf();

const PATHS = [
  '/',
  '/find/',
  '/areas/chengguan-beiguan/',
  '/deputies/wang-xiulan/',
  '/constituencies/sq9-5/',
  '/congresses/yunxi/',
  '/stations/taoyuan-home/',
  '/proposals/p-17-5-003/',
  '/en/deputies/wang-xiulan/',
  '/elder/find/',
];

const parts = async (page: Page): Promise<{ landmarks: string[]; headings: { name: string; level: number }[] }> => {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  return {
    landmarks: lines.flatMap((line) => /^- (banner|main|contentinfo)\b/.exec(line)?.[1] ?? []),
    headings: lines.flatMap((line) => {
      const [, name = '', level] = /^\s*- heading "((?:[^"\\]|\\.)*)" \[level=(\d)\]/.exec(line) ?? [];
      return level === undefined ? [] : [{ name, level: Number(level) }];
    }),
  };
};

/** Headings as they stand on a screen of one column, from the top down. */
const seen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => ({ text: heading.innerText.replaceAll(/\s+/g, ' ').trim(), top: heading.getBoundingClientRect().top }))
      .toSorted((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );

describe('a screen reader', { timeout: 60_000 }, () => {
  test.each(PATHS)('reads %s in the order of the eye, with its landmarks, and no level of heading left out', async (path) => {
    const page = await visit(PHONE);
    await page.goto(path);
    const { landmarks, headings } = await parts(page);
    expect(landmarks).toEqual(['banner', 'main', 'contentinfo']);
    expect(headings.map(({ name }) => name.replaceAll(/\s+/g, ''))).toEqual((await seen(page)).map((name) => name.replaceAll(/\s+/g, '')));
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
    for (const [place, { level, name }] of headings.entries()) expect(level - (headings[place - 1]?.level ?? 1), name).toBeLessThanOrEqual(1);
  });

  test('is told of every seat of a congress in words', async () => {
    const page = await visit(WIDE);
    await page.goto('/congresses/yunxi/');
    const tree = await page.locator('figure').ariaSnapshot();
    expect(tree).toContain('桃源第一选区：在任 2 名，出缺 1 名');
    expect(tree).toContain('暂停执行职务 1 名');
  });
});

describe('whoever wants no motion', { timeout: 60_000 }, () => {
  const moving = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0) || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map((element) => element.tagName),
    );

  test('sees none, where others see some', async () => {
    for (const path of ['/', '/find/', '/elder/', '/kiosk/', '/proposals/p-17-5-003/']) {
      const page = await visit({ ...PHONE, reducedMotion: 'reduce' });
      await page.goto(path);
      expect([path, await moving(page)]).toEqual([path, []]);
    }
    const other = await visit({ ...PHONE, reducedMotion: 'no-preference' });
    await other.goto('/');
    expect(await moving(other)).not.toEqual([]);
  });
});
