import { expect, test } from 'vitest';
import { builtPages } from '../support/site-pages.ts';
import { WIDE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();

/** Sizes of the pages of a PDF in millimetres. */
const sizesOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) * 25.4) / 72)).join('×'),
  );

const longest = (pattern: RegExp, count: number): string[] =>
  builtPages()
    .filter(({ path, html }) => pattern.test(path) && html.includes('class="qr"'))
    .toSorted((a, b) => b.html.length - a.html.length)
    .slice(0, count)
    .map(({ path }) => path);

test.each([
  ['a contact card on both sides of an A6', /^\/deputies\/[^/]+\/card\/(?:[^/]+\/)?$/, 4, ['105×148', '105×148']],
  ['the notice board of a station on one A3', /^\/stations\/[^/]+\/board\/$/, 10, ['297×420']],
  ['the cards of a constituency on one A4', /^\/constituencies\/[^/]+\/cards\/$/, 3, ['210×297']],
])('%s', { timeout: 120_000 }, async (_name, pattern, count, sizes) => {
  const page = await visit(WIDE);
  const paths = longest(pattern, count);
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) {
    await page.goto(path);
    expect([path, ...sizesOf(await page.pdf({ preferCSSPageSize: true }))]).toEqual([path, ...sizes]);
  }
});

test('eight cards to a sheet, each of its size, and the marks to cut them', async () => {
  const page = await visit(WIDE);
  await page.goto('/stations/chengguan-station/cards/');
  await page.emulateMedia({ media: 'print' });
  const millimetres = await page
    .locator('.cards-sheet')
    .first()
    .evaluate((sheet) => {
      const from = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('.small-card')].map((card) => {
        const { left, top, width, height } = card.getBoundingClientRect();
        return [left - from.left, top - from.top, width, height].map((px) => Math.round((px * 25.4 * 2) / 96) / 2);
      });
    });
  expect(millimetres).toEqual([0, 1, 2, 3].flatMap((row) => [10, 105].map((left) => [left, 16.5 + row * 66, 95, 66])));
  const cut = await page
    .locator('.small-card')
    .evaluateAll((cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1).map((card) => card.textContent));
  expect(cut).toEqual([]);
  expect(await page.locator('.cut-marks').count()).toBe(2);
});
