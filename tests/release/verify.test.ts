import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyRelease, type Expectation } from '../../functions/cli/release/verify-release.ts';

const page = (inside: string, head = '') => `<!DOCTYPE html><html lang="zh-Hans"><head>${head}</head><body>${inside}</body></html>`;
const whole: Record<string, string> = {
  'client/index.html': page('<a href="/proposals/a1/#top">建议</a><img src="/favicon.svg" alt="">', '<link rel="stylesheet" href="/_astro/s.css">'),
  'client/404.html': page('没有'),
  'client/proposals/a1/index.html': page(
    '<a href="../../">首页</a><a href="index.json">JSON</a><a href="/live/?to=a&amp;b=c">现场</a><a href="/api/openapi.json">API</a>',
  ),
  'client/proposals/a1/index.json': '{}',
  'client/favicon.svg': '<svg/>',
  'client/_astro/s.css': 'main{background:url(/favicon.svg)}',
  'server/entry.mjs': 'export {}',
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'huiyin-verify-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const verify = (files: Record<string, string> = {}, expected: Partial<Expectation> = {}) => {
  for (const [path, text] of Object.entries({ ...whole, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return verifyRelease(folder, { siteUrl: 'https://rd.example.cn', onDemand: [/^\/live\/$/], fileLimit: 100, canaries: [], ...expected });
};

describe('a release is looked through before anyone sees it', () => {
  test('a whole one has no fault, and is counted', async () => {
    expect(await verify()).toMatchObject({ faults: [], files: 6, pages: 3, links: 8 });
  });

  test.each([
    ['an error in the place of a page', 'client/x/index.html', 'Internal Server Error', '不是完整的网页'],
    ['a page cut off', 'client/x/index.html', '<!doctype html><html><body><p>半', '不是完整的网页'],
    ['an empty page', 'client/x/index.html', '', '不是完整的网页'],
    ['a link to nowhere', 'client/x/index.html', page('<a href="/proposals/a2/">x</a>'), '“/proposals/a2/”指向不存在的页面'],
    ['a link without its slash', 'client/x/index.html', page('<a href="/proposals/a1">x</a>'), '指向不存在'],
    ['a relative link to nowhere', 'client/x/index.html', page('<a href="../proposals/">x</a>'), '指向不存在'],
    ['a missing picture', 'client/x/index.html', page('<img src=/photo.jpg alt="">'), '指向不存在'],
    ['a missing picture of a set', 'client/x/index.html', page('<img srcset="/favicon.svg 1x, /big.svg 2x" alt="">'), '“/big.svg”指向不存在'],
    ['a missing picture in a style sheet', 'client/_astro/s.css', 'main{background:url("/none.png")}', '指向不存在'],
    ['a form to nowhere', 'client/x/index.html', page('<form action="/send/"></form>'), '指向不存在'],
    ['a foreign script', 'client/x/index.html', page('<script src="https://cdn.example/x.js"></script>'), '从别的网站加载'],
    ['a foreign picture without its scheme', 'client/x/index.html', page('<img src="//cdn.example/x.png" alt="">'), '从别的网站加载'],
    ['a foreign font', 'client/_astro/s.css', '@import "https://fonts.example/x.css";', '从别的网站加载'],
    ['a foreign style sheet', 'client/x/index.html', page('', '<link rel="stylesheet" href="https://cdn.example/x.css">'), '从别的网站加载'],
    ['a link that would run', 'client/x/index.html', page('<a href="javascript:alert(1)">x</a>'), '从别的网站加载'],
  ])('%s stops it', async (_what, path, text, sentence) => {
    const { faults } = await verify({ [path]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(path.replace('client/', ''));
    expect(faults[0]).toContain(sentence);
  });

  test('a fault that many pages share is told once, with its number', async () => {
    const { faults } = await verify({ 'client/x/index.html': page('<a href="/none/">x</a>'), 'client/y/index.html': page('<a href="/none/">x</a>') });
    expect(faults).toEqual(['x/index.html：链接“/none/”指向不存在的页面。（共 2 处）']);
  });

  test('links to other sites, quoted addresses and statements about the page are none of its business', async () => {
    const body =
      '<a href="https://www.gov.cn/">来源</a><p>&lt;img src="https://x.example/y.png"&gt; src="/nowhere"</p><!-- <img src="/none.png"> -->';
    const head = '<link rel="canonical" href="https://rd.example.cn/proposals/a1/"><link rel="license" href="https://creativecommons.org/">';
    const script = `<script>const html = '<img src="/none.png">'</script>`;
    expect((await verify({ 'client/x/index.html': page(body + script, head) })).faults).toEqual([]);
  });

  test('more files than the host takes stop it, by number', async () => {
    expect((await verify({}, { fileLimit: 5 })).faults).toEqual([expect.stringContaining('文件数 6 超过上限 5')]);
  });

  test('a planted secret stops it wherever it is, also in the server', async () => {
    const { faults } = await verify({ 'server/entry.mjs': 'CANARY', 'client/proposals/a1/index.json': '{"x":"CANARY"}' }, { canaries: ['CANARY'] });
    expect(faults.map((fault) => fault.split('：')[0])).toEqual(['proposals/a1/index.json', 'server/entry.mjs']);
  });

  test('without a page for what is not there it is no release', async () => {
    const { faults } = await verify({ 'client/404.html': '' });
    expect(faults).toHaveLength(1);
    rmSync(join(folder, 'client/404.html'));
    expect((await verifyRelease(folder, { siteUrl: 'https://rd.example.cn', onDemand: [/^\/live\/$/], fileLimit: 9, canaries: [] })).faults).toEqual([
      expect.stringContaining('404.html'),
    ]);
  });
});
