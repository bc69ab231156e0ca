import { describe, expect, test } from 'vitest';
import { areAlike, bandsOf, runsOf } from '../../db/domain/likeness.ts';

/** A generator of numbers that is the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PLACES = '文庙巷 河东路 城关小学 三号院 北街口 老车站 新区医院 菜市场 南桥 水库边 二中门口 幸福里 工业园 码头 东门 西坡'.split(' ');
const WRONGS =
  '路灯不亮 井盖丢失 积水很深 垃圾没人收 公交不停 停车混乱 油烟太重 树枝挡路 路面塌陷 水管漏水 电线垂落 护栏破损 噪声扰民 红绿灯坏了 健身器材生锈 公厕关门'.split(
    ' ',
  );
const SINCE = '上周三开始 已经半个月 今年春天以来 从十一月三日起 快两个月了 每天晚上 一到下雨天 过完年之后'.split(' ');
const HARMS =
  '老人摔了一跤 孩子上学要绕行 晚上没人敢走 电动车差点翻了 商户都在抱怨 邻居已经打过三次电话 救护车进不来 衣服晾不出去 影响做生意 家里老人睡不着'.split(
    ' ',
  );
const WISHES = '希望尽快修好 请代表帮忙协调 想知道归哪个单位管 盼望给个准信 建议列入明年计划 请现场来看一看 希望设个牌子提醒 请督促物业'.split(' ');

/** A letter as somebody writes it: place, wrong, time, harm and wish, in an order and with words of their own. */
function letter(next: (below: number) => number): string {
  const pick = (words: string[]) => words[next(words.length)] ?? '';
  const parts = [
    `我住在${pick(PLACES)}`,
    `${pick(PLACES)}附近${pick(WRONGS)}`,
    `${pick(SINCE)}就这样`,
    pick(HARMS),
    `另外${pick(PLACES)}也${pick(WRONGS)}`,
    pick(HARMS),
    pick(WISHES),
    `门牌${next(900)}号`,
  ];
  return `${parts.toSorted(() => next(3) - 1).join('，')}。`;
}

const CAMPAIGN =
  '尊敬的代表：我们是河东片区的居民，片区内唯一的公交线路从本月起停运，老人看病、孩子上学都要走两公里到大路上等车。据我们了解，停运是因为线路亏损，但公交是公共服务，不应只看账面。恳请代表向有关部门反映，恢复线路，或者安排小型车辆在早晚高峰接驳，并公开今后调整线路的听证办法。';

/** The campaign's letter with a name, a sentence of one's own, and some words changed. */
function nearCopy(next: (below: number) => number, at: number): string {
  const own = [`我叫居民${at}`, `我家有${next(5) + 1}口人`, `我在这里住了${next(30) + 1}年`, letter(next).slice(0, 12)][next(4)] ?? '';
  let text = CAMPAIGN.replace('两公里', `${next(3) + 1}公里`)
    .replace('恳请', ['恳请', '请', '拜托'][next(3)] ?? '')
    .replace('据我们了解', ['据我们了解', '听说', '据说'][next(3)] ?? '');
  if (next(3) === 0) text = text.replace('尊敬的代表：', '');
  if (next(4) === 0) text = text.replace('，并公开今后调整线路的听证办法', '');
  return next(2) === 0 ? `${own}。${text}` : `${text}${own}。`;
}

/** Groups as the job makes them: the first of each group is compared with. */
function groupOf(texts: string[]): number[] {
  const byBand = new Map<string, number[]>();
  const runs = texts.map(runsOf);
  return texts.map((_, at) => {
    const own = runs[at] as Set<string>;
    const bands = bandsOf(own);
    const first = bands.flatMap((band) => byBand.get(band) ?? []).find((other) => areAlike(own, runs[other] as Set<string>));
    if (first === undefined) for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), at]);
    return first ?? at;
  });
}

describe('letters that say the same (row 29)', () => {
  test('100 near copies of one letter are one group', () => {
    const next = sequence(7);
    const groups = groupOf(Array.from({ length: 100 }, (_, at) => nearCopy(next, at)));
    expect(new Set(groups).size).toBe(1);
  });

  test('of 1,000 letters about like things, with the same words, under 1 % are put together', () => {
    const next = sequence(11);
    const groups = groupOf(Array.from({ length: 1000 }, () => letter(next)));
    expect(groups.filter((group, at) => group !== at).length).toBeLessThan(10);
  });

  test('short letters are put together only when they are nearly the same', () => {
    expect(areAlike(runsOf('路灯不亮，请修一修'), runsOf('路灯不亮，请修一修！'))).toBe(true);
    expect(areAlike(runsOf('文庙巷路灯不亮'), runsOf('北街口路灯不亮'))).toBe(false);
  });

  test('an empty text, and one of signs alone, belong to nobody', () => {
    expect(bandsOf(runsOf(''))).toEqual([]);
    expect(bandsOf(runsOf('！！！……'))).toEqual([]);
    expect(areAlike(runsOf(''), runsOf(''))).toBe(false);
  });
});
