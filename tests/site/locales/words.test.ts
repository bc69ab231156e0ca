import { describe, expect, test } from 'vitest';
import type { ReceptionRule } from '../../../db/domain/reception.ts';
import { deskFields, deskProblems } from '../../../functions/words/desk-problems.ts';
import { officeFields, officeProblems } from '../../../functions/words/office-problems.ts';
import { FIELDS, PROBLEMS } from '../../../functions/words/problems.ts';
import { markHan } from '../../../site/locales/mark-han.ts';
import { ruleSentence } from '../../../site/words/reception-rule.ts';
import { en } from '../../../site/words/en.ts';
import { zhHans } from '../../../site/words/zh-Hans.ts';
import { wordsFor } from '../../../site/words/words.ts';

type Leaf = { path: string; value: unknown };
const leavesOf = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`))
    : [{ path, value }];
const kindOf = ({ path, value }: Leaf): string => `${path} ${typeof value}`;

describe('every language', () => {
  test('says in Traditional characters whatever it says in Simplified ones', () => {
    expect(leavesOf(wordsFor('zh-Hant')).map(kindOf)).toEqual(leavesOf(zhHans).map(kindOf));
  });

  test.each((Object.keys(en) as (keyof typeof en)[]).filter((group) => group !== 'problems'))('says everything of %s in English', (group) => {
    expect(leavesOf(en[group]).map(kindOf).toSorted()).toEqual(leavesOf(zhHans[group]).map(kindOf).toSorted());
  });

  test('has no Chinese character in English', () => {
    expect(
      leavesOf(en).filter(({ path, value }) => path !== '.find.placeholder' && /\p{Script=Han}/u.test(String(value).replaceAll("split('、')", ''))),
    ).toEqual([]);
  });

  test('has an English sentence for every refusal that a resident may read', () => {
    const forResidents = (all: object, ...others: object[]) =>
      Object.keys(all)
        .filter((code) => !others.some((codes) => code in codes))
        .toSorted();
    expect(Object.keys(en.problems.whole).toSorted()).toEqual(forResidents(PROBLEMS, deskProblems, officeProblems));
    expect(Object.keys(en.problems.field).toSorted()).toEqual(forResidents(FIELDS, deskFields, officeFields));
  });

  test('names the same addresses', () => {
    expect(wordsFor('en').frame.nav.map(({ href }) => href)).toEqual(zhHans.frame.nav.map(({ href }) => href));
    expect(wordsFor('en').frame.map.map(({ href }) => href)).toEqual(zhHans.frame.map.map(({ href }) => href));
  });

  test('falls back to Simplified Chinese where a page is in no other language', () => {
    expect(wordsFor('en').proposals).toEqual(zhHans.proposals);
    expect(wordsFor('fr')).toBe(zhHans);
    expect(wordsFor(undefined)).toBe(zhHans);
  });
});

describe('English', () => {
  test('reads dates, ordinals and reception rules as an English reader does', () => {
    const { dates, deputies, stations } = wordsFor('en');
    expect(dates.fullDate('2026-01-05')).toBe('5 January 2026');
    expect(dates.dateRange('2026-01-13', '2026-01-16')).toBe('13 January – 16 January 2026');
    expect(dates.weekdayName('2026-11-22')).toBe('Sunday');
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 113].map((n) => deputies.congressOrdinal('X', n))).toEqual(
      ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '113th'].map((n) => `X, ${n} term`),
    );
    const hours = { from: '15:00', to: '17:00', ifHoliday: 'weekLater' as const };
    const sentence = (rule: ReceptionRule): string => markHan(ruleSentence(rule, stations), 'zh-Hans');
    expect(sentence({ every: 'weekday', weekday: 5, week: 1, months: 'all', ...hours })).toBe(
      'Each month, the 1st Friday, 15:00–17:00, a week later if it is a holiday',
    );
    expect(sentence({ every: 'weekday', weekday: 1, week: 'each', months: 'all', ...hours })).toBe(
      'Every Monday, 15:00–17:00, a week later if it is a holiday',
    );
    expect(sentence({ every: 'monthDay', days: [9, 19], months: [3, 6], ...hours })).toBe(
      'In March, June, the 9th, 19th, 15:00–17:00, a week later if it is a holiday',
    );
  });
});
