import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { inlineScript } from '../../functions/headers.ts';
import { builtPages, faultsOf, publicFolder, type BuiltPage } from '../support/site-pages.ts';

/** What a reading page may weigh in HTML and style sheets, packed, in bytes. */
const MOST = 14_000;

const packed = (bytes: string | Buffer, quality: number): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
const sheets = new Map<string, number>();
const sheet = (href: string): number => {
  const known = sheets.get(href) ?? packed(readFileSync(join(publicFolder(), href)), 11);
  sheets.set(href, known);
  return known;
};

const weightOf = ({ html }: BuiltPage): number => {
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].reduce((sum, [, href = '']) => sum + sheet(href), 0);
  // The best packing takes long: only where the quick one is not already small enough.
  const quick = packed(html, 5) + styles;
  return quick <= MOST ? quick : packed(html, 11) + styles;
};

test('a reading page and its style sheets are at most 14 kB as they are sent', { timeout: 60_000 }, () => {
  const pages = builtPages();
  expect(pages.every(({ html }) => html.includes('rel="stylesheet"'))).toBe(true);
  expect(faultsOf(pages, (page) => (weightOf(page) <= MOST ? [] : [`${weightOf(page)} bytes`]))).toEqual({});
});

test.each(['', '?overdue=true&sort=waiting', '?unit=water&page=2', '?q=%E8%B7%AF', '?state=nowhere'])(
  'the list on demand is as light as a page that was made before: %s',
  async (query) => {
    const path = `/proposals/list/${query}`;
    expect(weightOf({ path, html: await (await fetch(inject('site').url + path)).text() })).toBeLessThanOrEqual(MOST);
  },
);

test('the inline script is at most 1 kB', () => {
  expect(Buffer.byteLength(inlineScript)).toBeLessThanOrEqual(1000);
});
