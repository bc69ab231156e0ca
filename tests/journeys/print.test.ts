import { expect, test } from 'vitest';
import { cardSize, wallSize } from '../../site/queries/paper-sizes.ts';
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

const LONG = '云溪县高新技术产业开发区科技创新服务中心暨综合行政执法大队'.repeat(8);

test.each([
  [4, 20, 40],
  [15, 60, 80],
  [15, 100, 120],
  [20, 100, 200],
])('a card with a name of %i, work of %i and an address of %i characters stays on two sides', async (name, work, address) => {
  const page = await visit(WIDE);
  await page.goto('/deputies/wang-xiulan/card/');
  const texts = { name: '努尔古丽·阿卜杜热合曼·艾山江·买买提明'.slice(0, name), work: LONG.slice(0, work), address: LONG.slice(0, address) };
  const size = cardSize({ name: texts.name, work: texts.work, mandates: 1, stations: [{ address: texts.address, rules: [LONG.slice(0, 24)] }] });
  await page.evaluate(
    ([given, className]) => {
      const side = document.querySelector('.side');
      const line = [...(side?.querySelectorAll('.facts dd br') ?? [])][0]?.nextSibling;
      const [heading, job] = [side?.querySelector('h1'), side?.querySelector('.profile p')];
      if (!side || !line || !heading || !job) throw new Error('the card has changed its parts');
      side.className = `paper side ${className}`;
      [heading.textContent, job.textContent, line.textContent] = [given.name, given.work, given.address];
    },
    [texts, size] as const,
  );
  expect(sizesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(['105×148', '105×148']);
});

test.each([18, 48, 60, 120])('a notice board with %i deputies stays on one A3', async (count) => {
  const page = await visit(WIDE);
  await page.goto('/stations/chengguan-station/board/');
  await page.evaluate(
    ([n, size]) => {
      const wall = document.querySelector('.wall');
      const deputies = [...(wall?.children ?? [])];
      if (wall) wall.className = `wall ${size}`;
      wall?.replaceChildren(...Array.from({ length: n }, (_, place) => deputies[place % deputies.length]?.cloneNode(true) ?? ''));
    },
    [count, wallSize(count)] as const,
  );
  expect(sizesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(['297×420']);
});
