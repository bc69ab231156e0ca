import { describe, expect, test } from 'vitest';
import { representation } from '../../../site/queries/areas.ts';
import { deputies, servesNow } from '../../../site/queries/deputies.ts';
import { seatsOf } from '../../../site/queries/terms.ts';
import { smallCounty } from '../small-county.ts';

const areaOf = (county: ReturnType<typeof smallCounty>, id: string) => {
  const area = county.records.areas.get(id);
  if (!area) throw new Error(id);
  return area;
};

describe('who represents a place', () => {
  test('a village has its town, county and city deputies, nearest first, and knows which part of it is meant', () => {
    const county = smallCounty();
    const levels = representation(county, areaOf(county, 'village-a'));
    expect(levels.map(({ congress }) => congress.id)).toEqual(['town', 'county', 'city']);
    expect(levels[0]?.constituencies[0]?.part).toBe('河北岸');
    expect(levels[1]?.constituencies[0]?.seats.map(({ person }) => person.name)).toEqual(['赵一', '孙三']);
    expect(levels[2]?.indirect.map(({ person }) => person.name)).toEqual(['李四']);
  });

  test('a village that no town constituency names still has the deputies of the town around it', () => {
    const county = smallCounty();
    expect(representation(county, areaOf(county, 'village-b')).map(({ congress }) => congress.id)).toEqual(['county', 'city']);
  });

  test('a town shows the constituencies of its villages', () => {
    const county = smallCounty();
    expect(representation(county, areaOf(county, 'town'))[0]?.constituencies.map(({ constituency }) => constituency.id)).toEqual(['t10-1']);
  });

  test('constituencies of an old term represent nobody today', () => {
    const county = smallCounty();
    const ids = representation(county, areaOf(county, 'town')).flatMap(({ constituencies }) =>
      constituencies.map(({ constituency }) => constituency.id),
    );
    expect(ids).not.toContain('c16-1');
  });
});

describe('seats and successors', () => {
  test('quota = seated + vacant, and a suspended deputy still fills a seat', () => {
    const county = smallCounty();
    const term = county.records.terms.get('county-17');
    expect(term && seatsOf(county, term)).toEqual({ quota: 3, seated: 2, suspended: 1, vacant: 1, reserve: 0 });
  });

  test('a suspended deputy cannot be written to, a deputy in office can', () => {
    const all = deputies(smallCounty());
    expect([all.get('zhao-yi')?.active, all.get('sun-san')?.active]).toEqual([true, false]);
  });

  test('a deputy of the last term points to who serves in the constituency that followed', () => {
    const county = smallCounty();
    const [old] = deputies(county).get('qian-er')?.former ?? [];
    expect(old && servesNow(county, old).map(({ person }) => person.name)).toEqual(['赵一']);
  });

  test('a suspended deputy points to the others of the constituency', () => {
    const county = smallCounty();
    const [resting] = deputies(county).get('sun-san')?.current ?? [];
    expect(resting && servesNow(county, resting).map(({ person }) => person.name)).toEqual(['赵一']);
  });
});
