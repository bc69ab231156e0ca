/** How alike two texts are (相近的留言和建议), by the pairs of characters that they share. */
import { foldForSearch } from './text.ts';

/** Pairs that stand in every letter and tell nothing. */
const EMPTY = new Set(
  '我们 希望 建议 关于 进行 解决 问题 代表 人大 有关 部门 情况 能够 可以 应该 请求 反映 的问 题的 的建 加强 工作 领导 尊敬 您好 你好 谢谢 感谢 一个 这个 没有 什么 因为 所以 但是 现在 目前 已经 由于 非常 大家 群众 居民 村民 县里 本县'.split(
    ' ',
  ),
);

/** The telling pairs of a text, each once; letters and digits count, marks do not. At most `most`, from the beginning. */
export function pairsOf(text: string, most = 400): Set<string> {
  const letters = Array.from(
    foldForSearch(text)
      .slice(0, 4000)
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length && pairs.size < most; at++) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    if (!EMPTY.has(pair)) pairs.add(pair);
  }
  return pairs;
}

/** Which part of the smaller text's pairs the other has too: 0 to 1. Texts of fewer than three pairs are like nothing. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < 3) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return shared / small.size;
}
