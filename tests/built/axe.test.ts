import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PREFIXES, splitPath } from '../../site/locales/prefixes.ts';
import { fullestPages, pagesOnDemand } from '../support/page-kinds.ts';
import { PHONE, visitorsOf, WIDE } from '../support/visitors.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const visit = visitorsOf();

/** Every violation as a line: rule, element, what to do. */
const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${page.url()} ${id} ${target.join(' ')}: ${failureSummary.split('\n').slice(1, 3).join(' ').trim()}`,
    ),
  );
};

const violationsOf = async (page: Page, paths: readonly string[]): Promise<string[]> => {
  const all: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    all.push(...(await violations(page)));
  }
  return all;
};

/** Pages below prefixes are the same pages in other words: they are looked at in pairs of language and appearance. */
const isPlain = (path: string): boolean => splitPath(path).prefix === undefined;

/** On a phone and a wide screen, in the dark, in forced colours. */
const APPEARANCES = [PHONE, { ...PHONE, colorScheme: 'dark' as const }, WIDE, { ...WIDE, forcedColors: 'active' as const }];

/** Pages that people of every kind meet first, looked at in the other two appearances too. */
const MAIN = ['/', '/deputies/wang-xiulan/', '/proposals/p-17-5-003/', '/reports/dr-2024-cao-lixin/', '/messages/new/?to=people:wang-xiulan'];

describe('axe finds nothing to mend', { timeout: 600_000 }, () => {
  test('on any kind of page on a phone', async () => {
    const paths = fullestPages().filter(isPlain);
    expect(paths.length).toBeGreaterThan(20);
    expect(await violationsOf(await visit(), paths)).toEqual([]);
  });

  test('on any kind of page on demand', async () => {
    expect(await violationsOf(await visit(), [...(await pagesOnDemand()).values()].flat().filter(isPlain))).toEqual([]);
  });

  test('on forms that come back with faults, a receipt that is not known, and a list that refuses', async () => {
    const page = await visit();
    await page.goto('/messages/new/?to=people:wang-xiulan');
    await page.locator('form.form').evaluate((form: HTMLFormElement) => void (form.noValidate = true));
    await page.getByRole('button', { name: '下一步' }).click();
    await page.locator('#title[aria-invalid]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/messages/status/');
    await page.getByLabel('回执码').fill('ABCD');
    await page.getByRole('button', { name: '查询' }).click();
    await page.locator('#code[aria-invalid]').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await violationsOf(page, ['/proposals/list/?year=abc'])).toEqual([]);
  });

  test('on what a look-up finds, and where it finds nothing', async () => {
    const page = await visit();
    await page.goto('/find/?q=%E5%8C%97%E5%85%B3');
    await page.locator('#found li').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/find/?q=%E7%81%AB%E6%98%9F%E5%9F%BA%E5%9C%B0');
    await page.locator('#nothing').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('on search results', async () => {
    const page = await visit();
    await page.goto('/search/?q=%E5%85%AC%E4%BA%A4');
    await page.locator('#results li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('in elder mode', async () => {
    const page = await visit();
    await page.goto('/');
    await page.getByRole('link', { name: '大字版' }).click();
    expect(await violationsOf(page, MAIN)).toEqual([]);
    expect(await page.locator('html').getAttribute('data-elder')).toBe('on');
  });

  test('in the dark', async () => {
    expect(await violationsOf(await visit({ ...PHONE, colorScheme: 'dark' }), MAIN)).toEqual([]);
  });

  test('on a wide screen', async () => {
    expect(await violationsOf(await visit({ viewport: { width: 1280, height: 900 } }), MAIN)).toEqual([]);
  });

  test('in any pair of language and appearance, on one kind of page after the other', async () => {
    const below = Map.groupBy(
      [...fullestPages(), ...[...(await pagesOnDemand()).values()].flat()].filter((path) => !isPlain(path)),
      (path) => splitPath(path).prefix,
    );
    for (const [row, prefix] of PREFIXES.entries()) {
      const paths = below.get(prefix) ?? [];
      expect(paths.length).toBeGreaterThan(APPEARANCES.length * PREFIXES.length);
      for (const [column, appearance] of APPEARANCES.entries()) {
        const path = paths[row * APPEARANCES.length + column] ?? '';
        expect(await violationsOf(await visit(appearance), [path])).toEqual([]);
      }
    }
  });
});

test.runIf(process.env['AXE'] === 'full')(
  'axe finds nothing to mend on any kind of page in any language and appearance',
  { timeout: 3_600_000 },
  async () => {
    const paths = [...fullestPages(), ...[...(await pagesOnDemand()).values()].flat()];
    const found: string[] = [];
    for (const appearance of APPEARANCES) {
      found.push(...(await violationsOf(await visit(appearance), paths)));
      console.log(`${paths.length} pages, ${JSON.stringify(appearance)}: ${found.length} violations so far`);
    }
    expect(found).toEqual([]);
  },
);

test('nothing has to be pushed sideways on a phone', { timeout: 120_000 }, async () => {
  const page = await visit();
  const wide: string[] = [];
  for (const path of [...fullestPages(), ...[...(await pagesOnDemand()).values()].flat()].filter(isPlain)) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${path} by ${over} px`);
  }
  expect(wide).toEqual([]);
});
