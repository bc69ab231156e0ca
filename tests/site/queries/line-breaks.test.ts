import { expect, test } from 'vitest';
import { proseHtml } from '../../../site/queries/prose.ts';

test.each([
  ['plain text', '一、甲。\n二、乙。', '<p>一、甲。<br>\n二、乙。</p>'],
  ['Markdown', '一、**甲**。\n二、乙。', '<p>一、<strong>甲</strong>。<br>\n二、乙。</p>'],
  ['a hard break of Markdown, once', '甲  \n乙', '<p>甲<br>\n乙</p>'],
])('a single line break shows in %s', (_name, text, html) => {
  expect(proseHtml(text)).toBe(html);
});

test('code keeps its own lines, and lists stay lists', () => {
  expect(proseHtml('```\na\nb\n```')).toBe('<pre><code>a\nb\n</code></pre>');
  expect(proseHtml('- 甲\n- 乙')).not.toContain('<br>');
});
