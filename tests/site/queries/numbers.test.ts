import { describe, expect, test } from 'vitest';
import { homeNumbers, newestPairs } from '../../../site/queries/home.ts';
import { promises } from '../../../site/queries/promises.ts';
import { proposals, proposalsByCoSigner, proposalsByUnit } from '../../../site/queries/proposals.ts';
import { comingDays } from '../../../site/queries/stations.ts';
import { smallCounty } from '../small-county.ts';

describe('numbers of the home page', () => {
  test('promises kept, waiting and overdue add up to n', () => {
    const { promises } = homeNumbers(smallCounty());
    expect(promises).toEqual({ n: 3, kept: 1, overdue: 1, waiting: 1 });
  });

  test('a promise whose day has not come is not overdue', () => {
    expect(homeNumbers(smallCounty(undefined, '2026-06-01')).promises).toEqual({ n: 3, kept: 0, overdue: 0, waiting: 3 });
    expect(promises(smallCounty(undefined, '2026-04-01'))).toEqual([]);
  });

  test('what waits past its date stands beside the newest replies', () => {
    const county = smallCounty();
    expect(newestPairs(county, 4).map(({ proposal }) => proposal.id)).toEqual(['p-1', 'p-late']);
    expect(homeNumbers(county)).toMatchObject({ running: 1, overdue: 1 });
  });
});

describe('lists', () => {
  test('a proposal is found by its unit and by who co-signed it, newest first', () => {
    const county = smallCounty();
    expect(
      proposalsByUnit(county)
        .get('water')
        ?.map(({ proposal }) => proposal.id),
    ).toEqual(['p-late', 'p-1']);
    expect(
      proposalsByCoSigner(county)
        .get('sun-san')
        ?.map(({ proposal }) => proposal.id),
    ).toEqual(['p-1']);
  });

  test('a proposal of tomorrow is not shown today', () => {
    expect([...proposals(smallCounty(undefined, '2026-01-13')).keys()]).toEqual(['p-1']);
  });

  test('reception days come from the rule, the roster names who is there, a cancelled day is left out', () => {
    const county = smallCounty();
    const station = county.records.stations.get('home');
    const days = station ? comingDays(county, station, 3) : [];
    expect(days.map(({ date }) => date)).toEqual(['2026-12-04', '2027-02-05', '2027-03-05']);
    expect(days.map(({ deputies }) => deputies.map(({ person }) => person.name))).toEqual([['赵一'], [], []]);
  });
});
