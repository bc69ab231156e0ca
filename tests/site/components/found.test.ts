import { describe, expect, test } from 'vitest';
import type { NameMatch } from '../../../db/domain/find/view.ts';
import { fill, foundRow } from '../../../site/components/found.ts';
import { find as english } from '../../../site/words/en/find.ts';
import { find as words } from '../../../site/words/zh-Hans/find.ts';

const match = (more: Partial<NameMatch>): NameMatch => ({
  kind: 'community',
  path: '/areas/a/',
  name: '甲社区',
  place: ['乙街道'],
  seats: [],
  ...more,
});
const seats = (part?: string) => ({ congress: '县人大', name: '第一选区', deputies: '赵一、孙三', ...(part && { part }) });

describe('a match in words', () => {
  test('a place says what it is, where it lies and who stands for it', () => {
    expect(foundRow(match({ seats: [seats()] }), words)).toEqual({
      path: '/areas/a/',
      name: '甲社区',
      meta: ['社区', '乙街道'],
      note: undefined,
      lines: ['县人大 第一选区：赵一、孙三'],
    });
  });

  test('found by another name, it says by which', () => {
    expect(foundRow(match({ also: { text: '红旗大队', kind: 'formerName' } }), words).meta).toEqual(['社区', '乙街道', '曾用名红旗大队']);
    expect(foundRow(match({ also: { text: '机务段', kind: 'spot' } }), english).meta).toEqual(['community', '乙街道', 'includes 机务段']);
  });

  test('a split place says so before its parts, and an empty seat is no blank', () => {
    const row = foundRow(match({ seats: [seats('路南'), { ...seats('路北'), deputies: '' }] }), words);
    expect(row.note).toBe(words.split);
    expect(row.lines).toEqual(['县人大 第一选区：赵一、孙三（路南）', '县人大 第一选区：暂缺（路北）']);
  });

  test('a town is cut into constituencies, an employer is one', () => {
    expect(foundRow(match({ kind: 'town', place: [] }), words)).toMatchObject({ meta: ['镇'], note: words.whole });
    expect(foundRow(match({ kind: 'employer', place: [], seats: [seats()] }), words).note).toBe(words.employer);
    expect(foundRow(match({ kind: 'former', place: ['县人大 第一选区', '镇人大 第二选区'] }), words)).toMatchObject({
      meta: ['曾任代表', '县人大 第一选区，镇人大 第二选区'],
      note: undefined,
    });
  });

  test('what was typed stays as typed, whatever it holds', () => expect(fill(words.none, { q: '{n}$&<b>' })).toBe('没有找到“{n}$&<b>”'));
});
