import { describe, expect, test } from 'vitest';
import { excerpt, openingOfReply, proseHtml } from '../../../site/queries/prose.ts';

describe('record texts', () => {
  test.each([
    ['<script>alert(1)</script>', /<script/i],
    ['<img src=x onerror=alert(1)>', /onerror=|<img/i],
    ['[点我](javascript:alert(1))', /javascript:/i],
    ['<p style="color:red">红</p>', /style=/i],
    ['普通 & "引号" < 小于', /[^&]< /],
  ])('%s does not become markup', (text, forbidden) => {
    expect(proseHtml(text)).not.toMatch(forbidden);
  });

  test('plain text and the same text through Markdown read alike', () => {
    const plain = '第一段，水渠。\n\n第二段“引号”。';
    expect(proseHtml(plain)).toBe('<p>第一段，水渠。</p>\n<p>第二段“引号”。</p>');
    expect(proseHtml(`${plain}\n\n**重**`)).toContain(proseHtml(plain));
  });

  test.each(['# 一级\n\n### 三级', '## 二级\n\n#### 四级'])(
    'headings of %j begin at the level that the page gives and never jump above it',
    (text) => {
      const levels = [...proseHtml(text, 3).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(3);
    },
  );

  test('tables and lists of Markdown are kept', () => {
    expect(proseHtml('| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n- 一')).toMatch(/<table>[\s\S]*<ul>/);
  });
});

describe('excerpts', () => {
  test('a reply is quoted from where it begins to answer', () => {
    expect(openingOfReply('赵一代表：\n\n您提出的建议收悉，现答复如下：\n\n## 一、渠\n\n今年修。')).toBe('今年修。');
  });

  test('an excerpt ends at a sentence where it can, and says so where it cannot', () => {
    expect(excerpt('水渠已经修好了。后面还有很长', 10)).toBe('水渠已经修好了。');
    expect(excerpt('水渠已经修好了后面还有很长', 5)).toBe('水渠已经修…');
  });
});
