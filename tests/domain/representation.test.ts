import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namingsByArea, namingsOf, wayTo } from '../../db/domain/representation.ts';
import { coveredTerms, unrepresentedFaults } from '../../db/domain/rules/unrepresented.ts';
import { loadRecords } from '../../db/records/load.ts';
import { RECORDS, smallCounty, TODAY } from '../site/small-county.ts';

/** A county with an area more, and its constituencies as given. */
const county = (areas: Record<string, object>, constituencies: Record<string, object>) =>
  smallCounty({
    ...RECORDS,
    areas: { ...RECORDS['areas'], ...areas },
    constituencies: { ...RECORDS['constituencies'], ...constituencies },
  } as typeof RECORDS).records;
const village = (parent: string) => ({ name: '丙村', kind: 'village', parent });
const faultsOf = (records: ReturnType<typeof county>, id: string) => {
  const area = records.areas.get(id);
  return area
    ? [...unrepresentedFaults(area, { records, covered: coveredTerms(records, TODAY) })].map(({ code, params }) => [code, params?.['congress']])
    : undefined;
};

describe('nobody is forgotten', () => {
  test.each<[string, Record<string, object>, Record<string, object>, unknown]>([
    [
      'a village outside every constituency of the county, while others are inside',
      { outside: village('areas:county') },
      {},
      [['areaWithoutConstituency', '县人大']],
    ],
    [
      'a village that a constituency names',
      { outside: village('areas:county') },
      { more: { term: 'terms:county-17', name: '丙村选区', kind: 'residence', seats: 1, areas: ['areas:outside'] } },
      [],
    ],
    [
      'a village inside a place that is named',
      { outside: village('areas:town') },
      { 't10-2': { term: 'terms:town-10', name: '乙丙选区', kind: 'residence', seats: 1, areas: ['areas:village-b', 'areas:outside'] } },
      [],
    ],
    [
      'a village whose estates are named one by one',
      { outside: village('areas:county'), estate: { name: '丁苑', kind: 'estate', parent: 'areas:outside' } },
      { more: { term: 'terms:county-17', name: '丁苑选区', kind: 'residence', seats: 1, areas: ['areas:estate'] } },
      [],
    ],
    [
      'a village that only a constituency of an old term names',
      { outside: village('areas:county') },
      { old: { term: 'terms:county-16', name: '旧选区', kind: 'residence', seats: 1, areas: ['areas:outside'] } },
      [['areaWithoutConstituency', '县人大']],
    ],
    [
      'a community where no community is named yet',
      { outside: { name: '丙社区', kind: 'community', parent: 'areas:county' } },
      { 'c17-1': { term: 'terms:county-17', name: '甲乙选区', kind: 'residence', seats: 1, areas: ['areas:village-a', 'areas:village-b'] } },
      [],
    ],
    ['an estate, which is too small to be asked for', { outside: { name: '丙苑', kind: 'estate', parent: 'areas:county' } }, {}, []],
  ])('%s', (_, areas, constituencies, expected) => expect(faultsOf(county(areas, constituencies), 'outside')).toEqual(expected));

  test('a circle of areas ends the walk', () => {
    const records = county({ aa: { name: '甲区', kind: 'county', parent: 'areas:bb' }, bb: { name: '乙区', kind: 'city', parent: 'areas:aa' } }, {});
    const area = records.areas.get('aa');
    expect(area && wayTo(records, area).map(({ id }) => id)).toEqual(['bb', 'aa']);
  });
});

describe('the nearest place that is named decides, in each term', () => {
  const namedIds = (records: ReturnType<typeof county>, id: string) => {
    const area = records.areas.get(id);
    return (
      area &&
      namingsOf(namingsByArea(records, TODAY), wayTo(records, area)).map(({ constituency, part }) =>
        part ? `${constituency.id} ${part}` : constituency.id,
      )
    );
  };

  test('of a split village both parts, and the county constituency of its town', () => {
    const records = county(
      {},
      { 't10-2': { term: 'terms:town-10', name: '甲村南选区', kind: 'residence', seats: 1, areas: [{ area: 'areas:village-a', part: '河南岸' }] } },
    );
    expect(namedIds(records, 'village-a')).toEqual(['t10-1 河北岸', 't10-2 河南岸', 'c17-1']);
  });

  test('an estate that is named itself does not belong to the rest of its village', () => {
    const records = county(
      { estate: { name: '丁苑', kind: 'estate', parent: 'areas:village-a' } },
      { 't10-2': { term: 'terms:town-10', name: '丁苑选区', kind: 'residence', seats: 1, areas: ['areas:estate'] } },
    );
    expect(namedIds(records, 'estate')).toEqual(['t10-2', 'c17-1']);
  });
});

test('in the sample county every village and community is in one constituency of its county, or is split by parts that say so', () => {
  const { records } = loadRecords(join(import.meta.dirname, '../../content'), TODAY);
  const namings = namingsByArea(records, TODAY);
  const wrong = [...records.areas.values()]
    .filter(({ kind }) => kind === 'village' || kind === 'community')
    .filter((area) => {
      const here = namingsOf(namings, wayTo(records, area)).filter(({ constituency }) => constituency.term === 'terms:yunxi-17');
      return here.length === 0 || (here.length > 1 && here.some(({ part }) => part === undefined));
    });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
