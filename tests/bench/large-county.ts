/** A country's worth of places and deputies, invented from a seed: 41,352 areas, 100,000 people, names as unevenly spread as real ones. */
import { readingsOf } from '../../functions/cli/release/find-readings.ts';
import type { Records } from '../../db/domain/records.ts';
import { smallCounty } from '../site/small-county.ts';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤欧单仇';
const GIVEN =
  '伟芳秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国文玉红梅春海志永荣福祥德金龙宝云凤生成光辉林森学东新立波斌宇浩婷雪琳欣怡佳慧颖洁倩晨阳子轩涵博思远嘉诚安宁清源泽瑞仁义礼信忠孝长根水火土木山川河江湖';
const PLACE =
  '新城南东西北大河山石龙安平白马黄水长永兴和江太林塘桥金高家沙口湾湖泉坪岭阳坝沟关寨川云青红双三五七九下上中前后古老柳杨松竹梅桃花莲茶果稻麦盐铁铜银玉珠宝福禄寿喜康乐泰丰盛富昌隆宁静清秀丽华美文武德仁义礼智信忠孝和睦团结胜利解放建设人民光明星火炬旗帜峰峦溪涧潭池洲岛港湾埠镇堡屯营店铺集市场站台楼阁亭院寺庙观庵宫殿塔碑';
const KINDS = [
  ['town', '镇'],
  ['town', '镇'],
  ['street', '街道'],
  ['township', '乡'],
] as const;
const COMMON = ['城关', '新华', '和平', '胜利', '东风', '城东', '太平', '永兴', '红旗', '建设'];

export const AREAS = 41_352;
export const PEOPLE = 100_000;

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The 3,755 everyday characters, by the rows of GB 2312. */
const EVERYDAY = new TextDecoder('gbk')
  .decode(Uint8Array.from({ length: 40 * 94 * 2 }, (_, at) => (at % 2 === 0 ? 0xb0 + Math.floor(at / 188) : 0xa1 + (Math.floor(at / 2) % 94))))
  .slice(0, 3755);

/** A character of a list, seldom any other; early ones come up much more often, as in names. */
const pick = (list: string, random: () => number): string =>
  random() < 0.03 ? EVERYDAY.charAt(Math.floor(random() * EVERYDAY.length)) : list.charAt(Math.floor(random() ** 2.2 * list.length));

type Raw = Record<string, Record<string, unknown>>;

export function largeCounty(areas = AREAS, people = PEOPLE): Records {
  const random = seeded(20_261_122);
  const slug = (name: string, number: number): string => `${(readingsOf(name)[0] ?? '').toLowerCase()}-${number}`;
  const made: Record<'areas' | 'terms' | 'congresses' | 'constituencies' | 'people', Raw> = {
    areas: { nation: { name: '大国', kind: 'province' } },
    congresses: {
      county: { name: '大国人民代表大会', shortName: '大国人大', level: 'county', area: 'areas:nation', between: 'standingCommittee', body: '' },
    },
    terms: {},
    constituencies: {},
    people: {},
  };
  const counties = Math.ceil(areas / 14.5);
  const [countyIds, towns]: [string[], string[]] = [[], []];
  for (let number = 1; number < areas; number += 1) {
    const isCounty = number <= counties;
    const name =
      (random() < 0.04 && !isCounty ? (COMMON[Math.floor(random() * COMMON.length)] ?? '') : pick(PLACE, random) + pick(PLACE, random)) +
      (random() < 0.1 ? pick(PLACE, random) : '');
    const [kind, ending] = isCounty ? (['county', '县'] as const) : (KINDS[Math.floor(random() * KINDS.length)] ?? KINDS[0]);
    const id = slug(name, number);
    const county = isCounty ? id : (countyIds[Math.floor(random() * countyIds.length)] ?? id);
    if (isCounty) countyIds.push(id);
    else towns.push(id);
    made.areas[id] = {
      name: name + ending,
      kind,
      parent: isCounty ? 'areas:nation' : `areas:${county}`,
      ...(random() < 0.2 && { aliases: [pick(PLACE, random) + pick(PLACE, random) + pick(PLACE, random)] }),
      ...(random() < 0.1 && { formerNames: [`${pick(PLACE, random)}${pick(PLACE, random)}公社`] }),
    };
    if (isCounty) {
      made.congresses[id] = {
        name: `${name}县人民代表大会`,
        shortName: `${name}县人大`,
        level: 'county',
        area: `areas:${id}`,
        between: 'standingCommittee',
        body: '',
      };
      made.terms[id] = { congress: `congresses:${id}`, ordinal: 17, start: '2022-01-11' };
    } else made.constituencies[id] = { term: `terms:${county}`, name: `${name}选区`, kind: 'residence', seats: 3, areas: [`areas:${id}`] };
  }
  for (let number = 0; number < people; number += 1) {
    const name = pick(SURNAMES, random) + pick(GIVEN, random) + (random() < 0.85 ? pick(GIVEN, random) : '');
    const town = towns[number % towns.length] ?? '';
    made.people[slug(name, number)] = {
      name,
      mandates: [{ id: 'm', term: made.constituencies[town]?.['term'], constituency: `constituencies:${town}`, electedOn: '2021-12-08' }],
      body: '',
    };
  }
  return smallCounty(made).records;
}
