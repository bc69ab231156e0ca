import { describe, expect, test } from 'vitest';
import { foldScript, foldTable } from '../../../functions/cli/release/fold-script.ts';
import { foldQuery } from '../../../site/scripts/fold-query.ts';
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
