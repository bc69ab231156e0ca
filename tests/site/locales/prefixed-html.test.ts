import { describe, expect, test } from 'vitest';
import { facesOf } from '../../../site/locales/languages.ts';
import { markHan } from '../../../site/locales/mark-han.ts';
import { prefixedHtml } from '../../../site/locales/prefixed-html.ts';
import { isPrefixed, pathBelow, splitPath } from '../../../site/locales/prefixes.ts';

describe('a path', () => {
  test.each([
    ['/', undefined, '/'],
    ['/en/', 'en', '/'],
    ['/en/find/', 'en', '/find/'],
    ['/zh-hant/deputies/wang/', 'zh-hant', '/deputies/wang/'],
    ['/elder/messages/new/', 'elder', '/messages/new/'],
    ['/english/find/', undefined, '/english/find/'],
    ['/fr/find/', undefined, '/fr/find/'],
  ])('%s is below %s', (path, prefix, rest) => {
    expect(splitPath(path)).toEqual({ prefix, rest });
  });

  test.each([
    '/',
    '/find/',
    '/areas/a/',
    '/deputies/a/',
    '/deputies/a/card/',
    '/deputies/a/card/county-17/',
    '/stations/',
    '/stations/a/',
    '/messages/new/',
    '/messages/status/',
    '/reports/a/rate/',
  ])('%s has prefixes', (path) => {
    expect(isPrefixed(path)).toBe(true);
  });
  test.each([
    '/deputies/',
    '/deputies/a/proposals/',
    '/deputies/a.vcf',
    '/stations/a/board/',
    '/messages/',
    '/messages/msg_1/',
    '/proposals/a/',
    '/reports/a/',
    '/data/people.json',
  ])('%s exists once', (path) => {
    expect(isPrefixed(path)).toBe(false);
  });

  test('that exists once has the home page in its place', () => {
    expect(pathBelow('en', '/proposals/')).toBe('/en/');
    expect(facesOf('/proposals/').others.map(({ href }) => href)).toEqual(['/zh-hant/', '/en/']);
    expect(facesOf('/proposals/').alternates).toEqual([]);
    expect(facesOf('/en/find/')).toEqual({
      language: 'en',
      elder: { on: false, href: '/elder/find/' },
      others: [
        { code: 'zh-Hans', short: '简体', href: '/find/' },
        { code: 'zh-Hant', short: '繁體', href: '/zh-hant/find/' },
      ],
      canonical: '/en/find/',
      alternates: [
        { code: 'zh-Hans', href: '/find/' },
        { code: 'zh-Hant', href: '/zh-hant/find/' },
        { code: 'en', href: '/en/find/' },
      ],
    });
    expect(facesOf('/elder/find/')).toMatchObject({ language: 'zh-Hans', elder: { on: true, href: '/find/' }, canonical: '/find/' });
  });
});

describe('a page below a prefix', () => {
  test.each([
    ['<a href="/find/">', '<a href="/elder/find/">'],
    ['<a class="button" href="/messages/new/?to=people:a">', '<a class="button" href="/elder/messages/new/?to=people:a">'],
    ['<a href="/deputies/a/#county-17">', '<a href="/elder/deputies/a/#county-17">'],
    ['<form class="form" method="post" action="/messages/new/">', '<form class="form" method="post" action="/elder/messages/new/">'],
    ['<a href="/proposals/">', '<a href="/proposals/">'],
    ['<a href="/elder/find/">', '<a href="/elder/find/">'],
    ['<a href="/find/" hreflang="zh-Hans">', '<a href="/find/" hreflang="zh-Hans">'],
    ['<a href="/find/" data-elder-switch>', '<a href="/find/" data-elder-switch>'],
    ['<link rel="canonical" href="/find/">', '<link rel="canonical" href="/find/">'],
    ['<a title="a > b" href="/find/">', '<a title="a > b" href="/elder/find/">'],
    ['<script>"<a href=\\"/find/\\">"</script>', '<script>"<a href=\\"/find/\\">"</script>'],
    ['<!-- <a href="/find/"> -->', '<!-- <a href="/find/"> -->'],
  ])('%s becomes %s', (written, made) => {
    expect(prefixedHtml(written, 'elder', 'zh-Hans')).toBe(made);
  });

  test('says in English which text is Chinese, where an element may stand', () => {
    expect(
      prefixedHtml('<title>王</title><p>Deputy 王秀兰</p><svg><text>王</text></svg><a lang="zh-Hant" hreflang="zh-Hant">繁體</a>', 'en', 'zh-Hans'),
    ).toBe(
      '<title>王</title><p>Deputy <span lang="zh-Hans">王秀兰</span></p><svg><text>王</text></svg><a lang="zh-Hant" hreflang="zh-Hant">繁體</a>',
    );
    expect(prefixedHtml('<p>王秀兰</p>', 'zh-hant', 'zh-Hans')).toBe('<p>王秀兰</p>');
  });
});

describe('Chinese in English text', () => {
  const zh = (text: string) => `<span lang="zh-Hans">${text}</span>`;
  test.each([
    ['Phone：0571', 'Phone: 0571'],
    ['The 15th，9:00–11:00（town hall）', 'The 15th, 9:00–11:00 (town hall) '],
    ['2021年12月8日', zh('2021年12月8日')],
    ['《关于路灯的建议》', zh('《关于路灯的建议》')],
    ['王秀兰，Deputy', `${zh('王秀兰')}, Deputy`],
    ['修路。种树，3 棵。', zh('修路。种树，3 棵。')],
    ['王秀兰、李明', zh('王秀兰、李明')],
    ['Deputy to the 17th 云溪县人民代表大会', `Deputy to the 17th ${zh('云溪县人民代表大会')}`],
    ['no Chinese, 3 &amp; 4', 'no Chinese, 3 &amp; 4'],
  ])('%s', (written, made) => {
    expect(markHan(written, 'zh-Hans')).toBe(made);
  });
});
