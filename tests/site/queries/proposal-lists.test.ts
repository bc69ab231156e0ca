import { describe, expect, test } from 'vitest';
import { choicesOf } from '../../../site/queries/choices.ts';
import { pageNumbers } from '../../../site/queries/page-numbers.ts';
import { listings } from '../../../site/queries/proposal-lists.ts';
import { promiseLists } from '../../../site/queries/promise-lists.ts';
import { owedByMonth } from '../../../site/queries/promises.ts';
import { searchFilters } from '../../../site/queries/search-filters.ts';
import { unitNumbers } from '../../../site/queries/units.ts';
import { listingLabel, listingTitle } from '../../../site/words/listing.ts';
import { zhHans } from '../../../site/words/zh-Hans.ts';
import { RECORDS, smallCounty } from '../small-county.ts';

const old = {
  number: '旧',
  title: '旧案',
  term: 'terms:town-10',
  submittedOn: { unknown: '没有日期' },
  lead: 'people:zhao-yi/town-10',
  topic: 'other',
  body: '旧。',
};
const county = smallCounty({ ...RECORDS, proposals: { ...RECORDS.proposals, 'p-old': old } });

describe('prerendered lists', () => {
  test("name the congress where there are several, the site's own first, and say which dates are unknown", () => {
    const { register, year, state, topic, unit } = listings(county);
    expect(register.map(({ path, subject }) => [path, listingLabel(subject, zhHans)])).toEqual([
      ['/proposals/register/county-17-between/', '县人大第十七届闭会期间'],
      ['/proposals/register/town-10-between/', '镇人大第十届闭会期间'],
    ]);
    expect(year.map(({ path, subject }) => [path, listingTitle(subject, zhHans)])).toEqual([
      ['/proposals/year/2026/', '2026年提出的建议'],
      ['/proposals/year/unknown/', '提出日期不详的建议'],
    ]);
    expect(state.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['submitted', 1],
      ['assigned', 1],
      ['replied', 1],
    ]);
    expect(topic.map(({ key }) => key)).toEqual(['other']);
    expect(unit.map(({ path, entries }) => [path, entries.length])).toEqual([['/proposals/unit/water/', 2]]);
  });

  test('hold every proposal once on each axis that all proposals have', () => {
    const { register, year, state } = listings(county);
    for (const axis of [register, year, state])
      expect(axis.flatMap(({ entries }) => entries.map(({ proposal }) => proposal.id)).toSorted()).toEqual(['p-1', 'p-late', 'p-old']);
  });

  test('what may be chosen on demand is what occurs, with words and codes', () => {
    const choices = choicesOf(county);
    expect(choices.state.map(({ value }) => value)).toEqual(['submitted', 'assigned', 'replied']);
    expect(choices.year).toEqual([{ value: '2026', label: '2026年' }]);
    expect(choices.session[0]).toEqual({ value: 'county-17-between', label: '县人大第十七届闭会期间' });
    expect(choices.deputy).toEqual([{ value: 'zhao-yi', label: '赵一' }]);
    expect(searchFilters(county, zhHans).find(({ name }) => name === 'unit')?.options).toEqual([{ value: '县水利局', label: '县水利局' }]);
  });
});

describe('units and promises', () => {
  test("a unit's numbers say of how many, and hide percentages of few cases", () => {
    const water = county.records.units.get('water');
    if (!water) throw new Error('water');
    const numbers = unitNumbers(county, water);
    expect(numbers.overdue).toEqual({ count: 1, n: 1, percent: undefined });
    expect(numbers.byState.map(({ state, share }) => [state, share.count, share.n])).toEqual([
      ['assigned', 1, 2],
      ['replied', 1, 2],
    ]);
    expect(numbers.feedback.n).toBe(0);
  });

  test('the ledger has a list per standing and per unit, and counts what is owed by month', () => {
    expect(promiseLists(county).map(({ path, entries }) => [path, entries.length])).toEqual([
      ['open', 1],
      ['owed', 1],
      ['kept', 1],
      ['unit/water', 3],
    ]);
    expect(owedByMonth(county)).toEqual([
      { month: '2026-09', open: 0, owed: 1 },
      { month: '2027-03', open: 1, owed: 0 },
    ]);
  });
});

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [3, 43, [1, 2, 3, 4, undefined, 43]],
  [43, 43, [1, undefined, 42, 43]],
])('page %i of %i shows %j', (page, last, shown) => {
  expect(pageNumbers(page, last)).toEqual(shown);
});
