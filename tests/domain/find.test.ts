import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, FoundKind } from '../../db/domain/find/entry.ts';
import { packEntry, unpackPart } from '../../db/domain/find/entry.ts';
import { isOneEditAway, isScatteredIn, nearlyBegins } from '../../db/domain/find/near.ts';
import { afterPlace, withoutOffice, withoutRoots } from '../../db/domain/find/place-words.ts';
import { fileOf, groupOf, keyOf, readCrossings, writeCrossings } from '../../db/domain/find/plan.ts';
import { byRank, match, prepare, RANKS } from '../../db/domain/find/rank.ts';
import { blur, soundOf } from '../../db/domain/find/reading.ts';
import { foldMap, foldName } from '../../db/domain/fold.ts';

const FOLD = foldMap('張區廟雲縣', '张区庙云县');

describe('one form for names and questions', () => {
  test.each([
    ['文庙社区', '文庙社区'],
    ['文廟社區', '文庙社区'],
    [' 文 庙，社区。', '文庙社区'],
    ['區(qū)', '区'],
    ['張（zhāng）敏', '张敏'],
    ['张敏（河滨）', '张敏河滨'],
    ['ＷｅｎＭｉａｏ', 'wenmiao'],
    ['wén miào', 'wenmiao'],
    ['lǜ huà', 'lvhua'],
    ['Xi’an', 'xian'],
    ['第1中学', '第一中学'],
    ['３村', '三村'],
    ['努尔古丽·艾山', '努尔古丽艾山'],
    ['ABC公司', 'abc公司'],
    ['!?…', ''],
    ['', ''],
    ['\u0000\uFFFF', ''],
  ])('%s is %s', (text, folded) => expect(foldName(text, FOLD)).toBe(folded));

  test.each([
    ['云溪县桃源镇', '桃源镇'],
    ['云溪县', '云溪县'],
    ['云溪村', '云溪村'],
    ['云溪一中', '一中'],
    ['桃源镇', '桃源镇'],
  ])('the county around %s may be left out: %s', (text, short) => expect(withoutRoots(text, ['云溪县', '云溪'])).toBe(short));
  test.each([
    ['文庙居委会', '文庙'],
    ['刘家湾村村委会', '刘家湾村'],
    ['居委会', '居委会'],
  ])('the office of %s: %s', (text, short) => expect(withoutOffice(text)).toBe(short));
  test.each([
    ['桃源镇刘家湾村', ['桃源镇'], '刘家湾村'],
    ['桃源刘家湾', ['桃源镇'], '刘家湾'],
    ['河滨街道滨河社区名都', ['河滨街道', '滨河社区'], '名都'],
    ['桃源镇', ['桃源镇'], undefined],
    ['刘家湾', ['桃源镇'], undefined],
  ])('after its place, of %s', (question, place, rest) => expect(afterPlace(question, place)).toBe(rest));
});

describe('nearly', () => {
  test.each([
    ['文庙社区', '文妙社区', true],
    ['文庙社区', '闻庙社区', true],
    ['文庙社区', '文庙社', true],
    ['文庙社区', '文庙庙社区', true],
    ['文庙社区', '庙文社区', true],
    ['文庙', '文庙', true],
    ['文庙社区', '武帝社区', false],
    ['文庙社区', '社区文庙', false],
    ['', '文', true],
    ['', '文庙', false],
  ])('%s and %s: %s', (a, b, expected) => expect([isOneEditAway(a, b), isOneEditAway(b, a)]).toEqual([expected, expected]));

  test('the beginning of a name is enough, and so are its characters in order', () => {
    expect([nearlyBegins('文庙社区', '文妙'), nearlyBegins('文庙社区', '武帝')]).toEqual([true, false]);
    expect([isScatteredIn('云溪县人民医院', '县医院'), isScatteredIn('云溪县人民医院', '院医')]).toEqual([true, false]);
  });

  test('sounds that dialects mix up are one, and the beginning of a word stays the beginning', () => {
    expect([blur('zhangmin'), blur('zangmin'), blur('niulan'), blur('liunan')]).toEqual(['zalmil', 'zalmil', 'liulal', 'liulal']);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('zcshnglaiuo')) }), fc.nat(), (word, at) =>
        blur(word).startsWith(blur(word.slice(0, at % (word.length + 1)))),
      ),
      { numRuns: 2000 },
    );
  });

  test('a reading knows its syllables', () =>
    expect(soundOf('WenMiaoSheQu')).toEqual({ letters: 'wenmiaoshequ', starts: [0, 3, 7, 10], initials: 'wmsq' }));
});

describe('files', () => {
  test('crossings are read as they were written', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('~ab文庙社')), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const crossings = new Set(['', ...words.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)))]);
        expect(readCrossings(writeCrossings(crossings))).toEqual(crossings);
      }),
    );
  });

  test('a key leads past crossings to its group, or ends on one', () => {
    const crossings = new Set(['', '文', '~', '~w']);
    expect(groupOf(crossings, '文庙社区')).toEqual({ group: '文庙', best: false });
    expect(groupOf(crossings, '文')).toEqual({ group: '文!', best: true });
    expect(groupOf(crossings, '王')).toEqual({ group: '王', best: false });
    expect(groupOf(crossings, keyOf('wenmiao'))).toEqual({ group: '~we', best: false });
    expect(new Set(Array.from({ length: 4000 }, (_, at) => fileOf(`文${String.fromCodePoint(0x4e00 + at)}`, 64))).size).toBe(64);
  });

  test('an entry is the same after packing', () => {
    const entry: Entry = {
      kind: 'community',
      id: 'beiguan',
      marker: '',
      place: ['城关街道'],
      names: [
        { text: '北关社区', kind: 'own' },
        { text: '北关桥', kind: 'alias' },
        { text: '红旗社区', kind: 'formerName' },
        { text: '机务段宿舍', kind: 'spot' },
      ],
      seats: [{ of: { congress: '县人大', name: '第一选区', deputies: '甲、乙' }, part: '铁路以南' }],
      readings: [['BeiGuanSheQu'], ['BeiGuanQiao'], ['HongQiSheQu'], ['JiWuDuanSuShe', 'QiWuDuanSuShe']],
    };
    const packed = packEntry(entry, () => 0, true);
    expect(unpackPart({ s: [['县人大', '第一选区', '甲、乙']], e: [packed] })).toEqual([entry]);
  });
});

describe('ranks', () => {
  const entry = (kind: FoundKind, name: string, reading: string, more: Partial<Entry> = {}): Entry => ({
    kind,
    id: name,
    names: [{ text: name, kind: 'own' }],
    marker: '',
    place: [],
    seats: [],
    readings: [[reading]],
    ...more,
  });
  const ENTRIES = [
    entry('deputy', '文庙', 'WenMiao'),
    entry('village', '大文庙村', 'DaWenMiaoCun'),
    entry('community', '文庙社区', 'WenMiaoSheQu'),
    entry('estate', '文庙', 'WenMiao'),
    entry('deputy', '温淼', 'WenMiao'),
    entry('village', '闻妙村', 'WenMiaoCun'),
    entry('deputy', '王明', 'WangMing'),
    entry('village', '文妙村', 'WenMiaoCun'),
    entry('community', '学宫社区', 'XueGongSheQu', {
      names: [
        { text: '学宫社区', kind: 'own' },
        { text: '文庙', kind: 'alias' },
      ],
      readings: [['XueGongSheQu'], ['WenMiao']],
    }),
  ];
  const ask = (question: string, near = false) =>
    ENTRIES.flatMap((one) => match(prepare(one, FOLD, []), question, near) ?? [])
      .toSorted(byRank)
      .map((found) => `${found.entry.kind} ${found.entry.names[0]?.text} ${found.rank}`);

  test('exact, then beginning, then containing; places before persons, names of today before others', () => {
    expect(ask('文庙')).toEqual(['estate 文庙 0', 'community 学宫社区 0', 'deputy 文庙 0', 'community 文庙社区 1', 'village 大文庙村 2']);
  });

  test('pinyin in whole, as a beginning, from a later syllable; then initials', () => {
    expect(ask('wenmiao').map((line) => Number(line.split(' ')[2]))).toEqual([3, 3, 3, 3, 4, 4, 4, 5]);
    expect(ask('wm')).toContain(`deputy 王明 ${RANKS.initials}`);
    expect(ask('iao')).toEqual([]);
  });

  test('what is only similar stays out unless it is asked for, and then comes last', () => {
    expect(ask('闻庙')).toEqual([]);
    expect(ask('文妙', true)[0]).toBe('village 文妙村 1');
    expect(ask('文苗', true)).toContain(`community 文庙社区 ${RANKS.edited}`);
    expect(ask('闻庙', true)).toContain(`community 文庙社区 ${RANKS.editedAtFirst}`);
    expect(ask('wangmin', true)).toContain(`deputy 王明 ${RANKS.pinyinBegins}`);
    expect(ask('wanmin', true)).toEqual([`deputy 王明 ${RANKS.sounds}`]);
  });
});
