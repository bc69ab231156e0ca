import { describe, expect, test } from 'vitest';
import { countyNumbers, middleUnit, numbersBy, numbersOfUnit } from '../../../site/queries/numbers.ts';
import { dueThisMonth } from '../../../site/queries/promises.ts';
import { RECORDS, smallCounty } from '../small-county.ts';

const UNITS = ['water', 'roads', 'parks'];

/** Every unit leads 12 proposals and helps the next one with them; `days` until each reply, and how many of 12 are solved. */
function busyCounty(of: Record<string, { days: number; solved: number; n?: number }>, site: Record<string, unknown> = {}) {
  const units = Object.fromEntries(UNITS.map((id) => [id, { name: id, shortName: id, kind: 'government', body: '' }]));
  const proposals: Record<string, Record<string, unknown>> = {};
  const replies: Record<string, Record<string, unknown>> = {};
  for (const [at, [unit, { days, solved, n = 12 }]] of Object.entries(of).entries())
    for (let index = 0; index < n; index += 1) {
      const id = `${unit}-${index}`;
      const to = [
        { unit: `units:${unit}`, role: 'lead' },
        { unit: `units:${UNITS[(at + 1) % UNITS.length]}`, role: 'co' },
      ];
      proposals[id] = {
        number: id,
        title: id,
        term: 'terms:county-17',
        submittedOn: '2026-01-13',
        lead: 'people:zhao-yi/county-17',
        topic: 'other',
        events: [{ kind: 'assigned', on: '2026-02-01', to }],
        body: '桥',
      };
      replies[`r-${id}`] = {
        proposal: `proposals:${id}`,
        unit: `units:${unit}`,
        role: 'lead',
        repliedOn: new Date(Date.UTC(2026, 1, 1 + days)).toISOString().slice(0, 10),
        body: '答复',
        result: { class: index < solved ? 'solved' : 'deferred' },
        feedback: { given: true, on: '2026-07-01', result: 'satisfied' },
      };
    }
  const county = smallCounty({ ...RECORDS, units, proposals, replies });
  return { ...county, site: { ...county.site, ...site } };
}

describe('the numbers of handling', () => {
  const county = busyCounty({ water: { days: 20, solved: 3 }, roads: { days: 50, solved: 6 }, parks: { days: 100, solved: 12 } });

  test('count a proposal once, at its leading unit', () => {
    expect(UNITS.map((id) => numbersOfUnit(county, county.records.units.get(id) as never).n)).toEqual([12, 12, 12]);
    expect(countyNumbers(county)).toMatchObject({
      n: 36,
      rates: { solved: { count: 21, n: 36, percent: 58.3 }, satisfied: { percent: 100 }, gap: 41.7 },
    });
  });

  test('the unit in the middle is a median of units, and names none', () => {
    expect(middleUnit(county)).toMatchObject({ rates: { solved: { value: 50, units: 3 } }, reply: { value: 50, units: 3 }, any: true });
    expect(JSON.stringify(middleUnit(county))).not.toMatch(/water|roads|parks/);
  });

  test('under three units with enough cases there is no middle', () => {
    const few = busyCounty({ water: { days: 20, solved: 3 }, roads: { days: 50, solved: 6 }, parks: { days: 100, solved: 9, n: 9 } });
    expect(middleUnit(few).any).toBe(false);
    expect(numbersOfUnit(few, few.records.units.get('parks') as never)).toMatchObject({
      n: 9,
      reply: { n: 9, shown: undefined },
      rates: { solved: { count: 9, n: 9, percent: undefined }, gap: undefined },
    });
  });

  test('groups add up to the county', () => {
    for (const axis of ['register', 'year', 'topic'] as const)
      expect(numbersBy(county, axis).reduce((sum, { numbers }) => sum + numbers.n, 0)).toBe(36);
  });

  test('what was assigned before the cut-off is left out everywhere', () => {
    const later = busyCounty({ water: { days: 20, solved: 3 } }, { numbersFrom: '2026-02-02' });
    expect([countyNumbers(later).n, numbersBy(later, 'topic')]).toEqual([0, []]);
  });
});

test('due this month: what is still to be kept, late or not, and nothing of other months', () => {
  const due = (today: string) => dueThisMonth(smallCounty(undefined, today)).map(({ promise }) => promise.id);
  expect([due('2026-09-01'), due('2026-09-30'), due('2026-06-05'), due('2026-06-20'), due('2026-11-22')]).toEqual([['a'], ['a'], ['b'], [], []]);
});
