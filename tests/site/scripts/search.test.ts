import { describe, expect, test } from 'vitest';
import { foldScript, foldTable } from '../../../functions/cli/release/fold-script.ts';
import { foldQuery } from '../../../site/scripts/fold-query.ts';
import { goesOn, spanOf, stepsOf, withoutHeads, type Part } from '../../../site/scripts/search-parts.ts';
import { asksAnything, readSearch, searchAddress } from '../../../site/scripts/search-question.ts';

describe('one script for searching', () => {
  const text = '本縣鳳林鎮農路毀損，請於頭前溪裏設置路燈；著名的皇后大道、頭髮與發展。';
  const table = foldTable(new Set(foldScript(text)));

  test.each(['農路毀損', '农路毁损', '路燈', '路灯', '頭髮', '头发', '著名'])('%s finds the text in whichever script it is written', (query) => {
    expect(foldScript(text)).toContain(foldQuery(query, table));
  });

  test('the table holds only characters that can find something, in pairs', () => {
    expect([...table].length % 2).toBe(0);
    expect(table).toContain('農农');
    expect(table).not.toContain('龜');
  });

  test('full width and half width are one in a query', () => {
    expect(foldQuery('ＬＥＤ　路燈', table)).toBe('LED 路灯');
  });
});

describe('the question in the address of the search page', () => {
  test('survives being written and read', () => {
    const question = { q: '路灯 & 桥', filters: { kind: 'proposals', unit: '县水利局' }, page: 3 };
    expect(readSearch(new URLSearchParams(searchAddress(question)))).toEqual(question);
  });

  test.each(['page=0', 'page=abc', 'page=-2', 'page=1.5', ''])('%j is the first page', (query) => {
    expect(readSearch(new URLSearchParams(query)).page).toBe(1);
  });

  test('nothing asked has the bare address; unknown names are left out', () => {
    const question = readSearch(new URLSearchParams('q=%20%20&evil=1'));
    expect(asksAnything(question)).toBe(false);
    expect(searchAddress(question)).toBe('/search/');
  });
});

describe('the order in which years are looked into', () => {
  const part = (year: number): Part => ({ folder: `f${year}`, year, count: 1 });
  const others: Part = { folder: 'f', count: 1 };
  const undated: Part = { folder: 'g', term: '第16届', count: 1 };
  const parts = [others, part(2026), part(2025), part(2024), part(2023), part(2022), part(2021), undated];
  const ask = (q: string, filters = {}) =>
    stepsOf(parts, { q, filters, page: 1 }).map((step) => step.map(({ year, term }) => year ?? term ?? 'others'));

  test('titles and names of all first, then texts from the newest on, ever more at once, undated ones last', () => {
    expect(ask('路灯')).toEqual([['others'], [2026], [2025], [2024, 2023], [2022, 2021, '第16届']]);
  });

  test('a year in the words is looked into first', () => {
    expect(ask('2023年 路灯').slice(0, 3)).toEqual([['others'], [2023], [2026]]);
  });

  test('a filter by year or kind leaves out what cannot hold anything', () => {
    expect(ask('路灯', { year: '2022' })).toEqual([['others'], [2022]]);
    expect(ask('林', { kind: 'deputies' })).toEqual([['others']]);
    expect(ask('', { kind: 'proposals', year: '1999' })).toEqual([['others']]);
  });

  test.each([
    ['a full page is an answer', 10, 1, 1, false],
    ['a page that is not full takes the newest texts', 9, 1, 1, true],
    ['what is found then is an answer, older years are offered', 1, 1, 2, false],
    ['nothing found goes on by itself', 0, 1, 4, true],
    ['the second page goes on while it is empty', 10, 2, 2, true],
    ['the second page is shown with what it has', 11, 2, 2, false],
  ])('%s', (_, found, page, taken, on) => {
    expect(goesOn(found, page, 10, taken)).toBe(on);
  });

  test('a proposal whose text was looked into is not found a second time by its title', () => {
    expect(withoutHeads([others])).toEqual({});
    expect(withoutHeads([others, part(2026), undated])).toEqual({ head: { none: ['2026', '第16届'] } });
  });

  test('no index at all takes no step', () => {
    expect(stepsOf([], { q: 'x', filters: {}, page: 1 })).toEqual([]);
  });

  test('years are told as people write them', () => {
    const spans = [[part(2024)], [part(2021), part(2019)], [part(2020), undated, undated], [others]].map((list) => spanOf(list, '{years} 年'));
    expect(spans).toEqual(['2024 年', '2019—2021 年', '2020 年、第16届', '']);
  });
});
