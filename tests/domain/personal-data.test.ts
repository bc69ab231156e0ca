import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../../db/domain/personal-data/find.ts';
import { maskPersonalData } from '../../db/domain/personal-data/mask.ts';
import { PATTERNS } from '../../db/domain/personal-data/written.ts';
import { caresOf } from '../../db/domain/sensitive.ts';
import { diceOf, inSentence, OFFICE_FORMATS, PERSONAL_FORMATS } from '../support/personal-data-formats.ts';

const SAMPLES = 400;

describe('a reader who wrote personal data is told, at least 99 times of 100, whatever way they wrote it', () => {
  test.each(PERSONAL_FORMATS.map((format) => [format.name, format] as const))('%s', (_, { kind, make, name }) => {
    const dice = diceOf(name.length * 7919);
    const missed = Array.from({ length: SAMPLES }, () => inSentence(dice, make(dice))).filter(
      ({ text, start, end }) => !findPersonalData(text).some((found) => found.kind === kind && found.start < end && found.end > start),
    );
    expect(missed.slice(0, 5).map(({ text }) => text)).toEqual(missed.length <= SAMPLES / 100 ? expect.anything() : []);
  });
});

describe('what an office writes is pointed at once in a hundred times at most', () => {
  test.each(OFFICE_FORMATS.map((format) => [format.name, format] as const))('%s', (_, { make, name }) => {
    const dice = diceOf(name.length * 104_729);
    const alarms = Array.from({ length: SAMPLES }, () => inSentence(dice, make(dice)).text).filter((text) => findPersonalData(text).length > 0);
    expect(alarms.slice(0, 5)).toEqual(alarms.length <= SAMPLES / 100 ? expect.anything() : []);
  });
});

describe('where it stands', () => {
  test.each([
    ['我的电话是138 1111 2222，谢谢', '138 1111 2222'],
    ['电话一三八一一一一二二二二', '一三八一一一一二二二二'],
    ['１３８１１１１２２２２', '１３８１１１１２２２２'],
    ['𝟏𝟑𝟖𝟏𝟏𝟏𝟏𝟐𝟐𝟐𝟐打给我', '𝟏𝟑𝟖𝟏𝟏𝟏𝟏𝟐𝟐𝟐𝟐'],
    ['1️⃣3️⃣8️⃣1️⃣1️⃣1️⃣1️⃣2️⃣2️⃣2️⃣2️⃣', '1️⃣3️⃣8️⃣1️⃣1️⃣1️⃣1️⃣2️⃣2️⃣2️⃣2️⃣'],
    ['车牌云A·12345停在这里', '云A·12345'],
    ['我家电话是0571-88886666', '我家电话是0571-88886666'],
    ['住在上塘村三组15号', '村三组15号'],
    ['写信给 zhang.san@qq.com 吧', 'zhang.san@qq.com'],
  ])('%s', (text, what) => {
    expect(findPersonalData(text).map(({ start, end }) => text.slice(start, end))).toEqual([what]);
  });

  test.each([
    '138****2222',
    '投资13800000000元',
    '¥13812345678.00',
    '13 800 000 000',
    'huiyin@yunxi.gov.cn',
    '府前路6号',
    '二〇二六年十一月二十二日',
    '第三单元复习',
  ])('nothing in %s', (text) => expect(findPersonalData(text)).toEqual([]));
});

test('in any text whatever, what is found lies in order within it, without overlaps, and twice the same', () => {
  const pieces = fc.constantFrom(
    '1',
    '38',
    '1111',
    ' ',
    '-',
    'X',
    '@',
    'qq.com',
    '云A',
    '村',
    '组',
    '号',
    '一',
    '〇',
    '😀',
    'ß',
    'İ',
    '\u0000',
    '元',
    '5单元',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const found = findPersonalData(given);
      let last = 0;
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(given.length);
      expect(findPersonalData(given)).toEqual(found);
    }),
    { numRuns: 2000 },
  );
});

test('no pattern repeats without a bound, so a text of any length is read in one go', () => {
  const unbounded = PATTERNS.filter(([, { source }]) => /(?<!\\)[*+]|\{\d+,\}/.test(source.replaceAll(/\[[^\]]*\]/g, 'c')));
  expect(unbounded).toEqual([]);
});

test('masked, a text keeps its words and shows what was taken out', () => {
  const text = '张某，138 1111 2222，云A12345，路灯不亮';
  expect(maskPersonalData(text, (kind) => `〔${kind}〕`)).toBe('张某，〔mobile〕，〔plate〕，路灯不亮');
});

test.each([
  ['我今年十二岁，路上没有红绿灯', ['minor']],
  ['我13岁', ['minor']],
  ['我今年14岁', []],
  ['我今年四十岁', []],
  ['我今年40岁，确诊癌症', ['health']],
  ['我读小学三年级', ['minor']],
  ['孩子上小学的路上没有斑马线', []],
  ['我不想活了', ['danger']],
  ['电话13811112222', ['personalData']],
  ['路灯不亮', []],
] as const)('%s needs the care of %j', (text, cares) => expect(caresOf('标题', text)).toEqual(cares));
