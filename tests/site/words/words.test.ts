import { describe, expect, test } from 'vitest';
import { dateRange, fullDate, weekdayName } from '../../../site/words/dates.ts';
import { chineseNumeral } from '../../../site/words/numerals.ts';
import { ruleSentence } from '../../../site/words/reception-rule.ts';
import { wordsFor } from '../../../site/words/words.ts';

const words = wordsFor('zh-Hans');

describe('numerals and dates', () => {
  test.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [17, '十七'],
    [20, '二十'],
    [34, '三十四'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1000, '1000'],
  ])('%i reads %s', (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });

  test('a date is read without zeros, its weekday with it', () => {
    expect([fullDate('2026-01-05'), weekdayName('2026-11-22')]).toEqual(['2026年1月5日', '星期日']);
  });

  test('a range repeats the year only where it changes', () => {
    expect(dateRange('2026-01-13', '2026-01-16')).toBe('2026年1月13日—1月16日');
    expect(dateRange('2025-12-30', '2026-01-02')).toBe('2025年12月30日—2026年1月2日');
    expect(dateRange('2026-01-13', undefined)).toBe('2026年1月13日');
  });
});

describe('reception rules as sentences', () => {
  const hours = { from: '15:00', to: '17:00', ifHoliday: 'weekLater' as const };
  test.each([
    [{ every: 'weekday' as const, weekday: 5, week: 1 as const, months: 'all' as const, ...hours }, '每月第一个星期五，15:00—17:00，遇放假推后一周'],
    [{ every: 'weekday' as const, weekday: 1, week: 'each' as const, months: 'all' as const, ...hours }, '每星期一，15:00—17:00，遇放假推后一周'],
    [{ every: 'weekday' as const, weekday: 3, week: 'last' as const, months: [3, 6], ...hours }, '3、6月最后一个星期三，15:00—17:00，遇放假推后一周'],
    [{ every: 'monthDay' as const, days: [9, 19], months: 'odd' as const, ...hours }, '单月9、19日，15:00—17:00，遇放假推后一周'],
  ])('%j', (rule, sentence) => {
    expect(ruleSentence(rule, words.stations)).toBe(sentence);
  });
});

describe('names', () => {
  test('a number is not said twice where the name holds it', () => {
    expect(words.places.constituencyName(3, '城关第三选区')).toBe('城关第三选区');
    expect(words.places.constituencyName(3, '县医院')).toBe('第三选区（县医院）');
  });

  test('no sentence calls a deputies’ proposal 提案', () => {
    const sentences: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') sentences.push(value);
      else if (typeof value === 'function') sentences.push(value.toString());
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(words);
    expect(sentences.length).toBeGreaterThan(200);
    expect(sentences.filter((sentence) => sentence.includes('提案'))).toEqual([]);
  });
});
