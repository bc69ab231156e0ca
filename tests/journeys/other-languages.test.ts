import { describe, expect, inject, test } from 'vitest';
import { zhHans } from '../../site/words/zh-Hans.ts';
import { builtPages } from '../support/site-pages.ts';
import { NO_SCRIPT, PHONE, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();
const status = async (path: string): Promise<number> => (await fetch(inject('site').url + path, { redirect: 'manual' })).status;

describe('somebody who reads Traditional characters or English', () => {
  test('switches on any page, stays in the language, and comes back to the same page', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/deputies/wang-xiulan/');
    await page.getByRole('link', { name: '繁體' }).click();
    expect(new URL(page.url()).pathname).toBe('/zh-hant/deputies/wang-xiulan/');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    // Interface in Traditional characters, the record as written, and main says so.
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('王秀兰');
    expect(await page.locator('main').getAttribute('lang')).toBe('zh-Hans');
    await page.getByRole('heading', { name: '代表職務' }).waitFor();
    await page.getByRole('link', { name: '代表聯繫卡' }).click();
    expect(new URL(page.url()).pathname).toBe('/zh-hant/deputies/wang-xiulan/card/');
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/deputies/wang-xiulan/card/');
    await page.getByRole('link', { name: '简体' }).click();
    expect(new URL(page.url()).pathname).toBe('/deputies/wang-xiulan/card/');
    await page.goto('/units/');
    expect(await page.getByRole('link', { name: 'English' }).getAttribute('href')).toBe('/en/');
  });

  test('goes from the English home page to a place, a deputy, a station and a form, all in English', async () => {
    const page = await visit(NO_SCRIPT);
    await page.goto('/en/');
    await page.getByRole('link', { name: 'Find my deputy' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/en/find/');
    await page.goto('/en/areas/taoyuan-liujiawan/');
    await page.locator('main a[href^="/en/deputies/"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/deputies\//);
    await page.locator('main a[href^="/en/stations/"]').first().click();
    await page.getByText('Next six reception days').waitFor();
    await page.locator('main a[href^="/en/deputies/"]').first().click();
    await page.getByRole('link', { name: 'Write to this deputy' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/messages/new/');
    await page.locator('form.form').waitFor();
  });

  test('sends a message in English, is told in English what is missing, and follows it with the code', async () => {
    const page = await visit(PHONE);
    await page.goto('/en/messages/new/?to=people:wang-xiulan');
    await page.locator('form.form').evaluate((form: HTMLFormElement) => void (form.noValidate = true));
    await page.getByLabel('Title').fill('A ramp for the market');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Something needs a change' }).waitFor();
    expect(await page.getByRole('alert').innerText()).not.toMatch(/\p{Script=Han}/u);
    expect(await page.getByLabel('Title').inputValue()).toBe('A ramp for the market');
    await page.getByLabel(/^Text/).fill('The north gate of the market has three steps; a wheelchair cannot get in.');
    await page.getByLabel(/^Suggestion/).check();
    await page.getByLabel('I am 14 or older').check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByRole('heading', { name: 'Your message has arrived' }).waitFor();
    const code = (await page.locator('.receipt').textContent()) ?? '';
    await page.getByRole('link', { name: 'Follow this message' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/messages/status/');
    await page.getByLabel('Receipt code').fill(code);
    await page.getByRole('button', { name: 'Look it up' }).click();
    await page.getByRole('heading', { name: 'A ramp for the market' }).waitFor();
    await page.getByText('received, waiting for review').first().waitFor();
  });

  test('meets no prefix that is none, on pages made on demand neither', async () => {
    for (const path of [
      '/fr/',
      '/fr/find/',
      '/zh/messages/new/',
      '/zh-hans/messages/new/',
      '/en/en/messages/new/',
      '/elder/en/find/',
      '/EN/find/',
      '/en/proposals/',
      '/elder/messages/',
      '/en/reports/dr-2024-cao-lixin/',
    ])
      expect([path, await status(path)]).toEqual([path, 404]);
    for (const path of ['/en/messages/new/', '/zh-hant/messages/status/', '/elder/reports/dr-2024-cao-lixin/rate/'])
      expect([path, await status(path)]).toEqual([path, 200]);
  });
});

/** Every sentence of the interface in Simplified Chinese that stands alone. */
const sentences = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];

describe('every English page', () => {
  const pages = () => builtPages().filter(({ path }) => path.startsWith('/en/'));

  test('marks all Chinese text as Chinese', () => {
    expect(pages().length).toBeGreaterThan(200);
    for (const { path, html } of pages()) {
      const text = html
        .replaceAll(/<(script|title|svg|option|textarea)\b[\s\S]*?<\/\1>|<[a-z]+[^>]*\slang="zh[^>]*>[^<]*/g, '')
        .replaceAll(/<[^>]*>/g, '');
      expect([path, /\p{Script=Han}[^\n]{0,20}/u.exec(text)?.[0]]).toEqual([path, undefined]);
    }
  });

  test('shows records in Chinese, and no word of the interface', () => {
    // Short words may be records too: 公告 is the title of one, 中学 is part of many.
    const known = new Set(sentences(zhHans).filter((text) => text.length > 4 && /\p{Script=Han}/u.test(text)));
    const ofSite = new Set([zhHans.home.slogan]);
    const left = new Set(
      pages().flatMap(({ path, html }) =>
        [...html.matchAll(/<span lang="zh-Hans">([^<]+)/g)]
          .map(([, text = '']) => text)
          .filter((text) => known.has(text) && !ofSite.has(text))
          .map((text) => `${path.split('/')[2]}: ${text}`),
      ),
    );
    expect([...left]).toEqual([]);
  });
});

test('every page names its address, and every page in several languages the others', () => {
  const paths = new Set(builtPages().map(({ path }) => path));
  const url = inject('site').url;
  for (const { path, html } of builtPages()) {
    if (html.includes('name="robots" content="noindex"') || path === '/404.html' || path.startsWith('/kiosk/')) continue;
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    expect([path, canonical]).toEqual([path, url + path.replace(/^\/elder\//, '/')]);
    const others = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
      ([, code, href = '']) => [code, href.slice(url.length)] as const,
    );
    expect(others.map(([code]) => code)).toEqual(others.length > 0 ? ['zh-Hans', 'zh-Hant', 'en'] : []);
    for (const [, href] of others) expect(paths.has(href), `${path} → ${href}`).toBe(true);
    for (const name of ['og:title', 'og:url', 'og:image']) expect(html, `${path} ${name}`).toContain(`<meta property="${name}" content="`);
  }
});
