import { describe, expect, test } from 'vitest';
import { agenda } from '../../../site/queries/agenda.ts';
import { sheetsOf } from '../../../site/queries/card-sheets.ts';
import type { County } from '../../../site/queries/county.ts';
import { mandates } from '../../../site/queries/mandates.ts';
import { recordOf } from '../../../site/queries/paths.ts';
import { comingDays, skippedDays } from '../../../site/queries/stations.ts';
import { RECORDS, smallCounty } from '../small-county.ts';

const calendars = {
  '2026': { year: 2026, source: '通知', holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }] },
  '2027': { year: 2027, source: '通知', holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }] },
};
const roster = (date: string, more: object = {}) => ({
  station: 'stations:home',
  date,
  from: '15:00',
  to: '17:00',
  deputies: ['people:zhao-yi/town-10'],
  ...more,
});
const county = (today: string, rosters: Record<string, object> = {}, reception?: object[]): County =>
  smallCounty(
    {
      ...RECORDS,
      calendars,
      rosters: rosters as typeof calendars,
      stations: { home: { ...RECORDS['stations']?.['home'], ...(reception && { reception }) } },
    },
    today,
  );
const home = ({ records }: County) => recordOf(records.stations.get('home'));
const next = (one: County, count = 2) => comingDays(one, home(one), count);

describe('the coming days of a station', () => {
  test('are explained where a holiday moved them', () => {
    const [day] = next(county('2026-09-20'));
    expect(day).toMatchObject({ date: '2026-10-09', planned: '2026-10-02', moved: { holiday: '国庆节' } });
  });

  test.each([
    ['2026-12-01', false, true],
    ['2026-11-30', false, false],
    ['2026-12-01', true, false],
  ])('on %s, with the roster out: %s, is it missing: %s', (today, out, due) => {
    const [day] = next(county(today, out ? { 'ro-1': roster('2026-12-04') } : {}));
    expect(day).toMatchObject({ date: '2026-12-04', rosterDue: due });
    expect(day?.deputies.map(({ person }) => person.name)).toEqual(out ? ['赵一'] : []);
  });

  test('take the hours of the roster, and days that no rule names', () => {
    const days = next(county('2026-11-22', { 'ro-1': roster('2026-12-04', { from: '14:00' }), 'ro-2': roster('2026-12-10') }), 3);
    expect(days.map(({ date, from }) => [date, from])).toEqual([
      ['2026-12-04', '14:00'],
      ['2026-12-10', '15:00'],
      ['2027-01-08', '15:00'],
    ]);
  });

  test('may be two on one date, each with its own roster', () => {
    const twice = ['09:00', '19:00'].map((from) => ({ every: 'monthDay', days: [4], from, to: '20:00', ifHoliday: 'cancelled' }));
    const days = next(county('2026-12-01', { 'ro-1': roster('2026-12-04', { from: '19:00', to: '20:00' }) }, twice));
    expect(days.map(({ date, from, roster: own }) => [date, from, own?.id])).toEqual([
      ['2026-12-04', '09:00', undefined],
      ['2026-12-04', '19:00', 'ro-1'],
    ]);
  });

  test('leave out what was called off, and say so, with what a holiday drops', () => {
    const one = county('2026-11-22', { 'ro-1': roster('2026-12-04', { held: false, reason: '道路塌方' }) }, [
      { every: 'weekday', weekday: 5, week: 1, from: '15:00', to: '17:00', ifHoliday: 'cancelled' },
    ]);
    expect(next(one, 1).map(({ date }) => date)).toEqual(['2027-02-05']);
    expect(skippedDays(one, home(one), '2027-02-05').map(({ date, reason, off }) => [date, reason ?? off?.holiday])).toEqual([
      ['2026-12-04', '道路塌方'],
      ['2027-01-01', '元旦'],
    ]);
  });
});

test('the agenda goes by month and looks two months ahead, farther for a station that has nothing sooner', () => {
  expect(agenda(county('2026-09-20')).map(([month, dates]) => [month, dates.length])).toEqual([
    ['2026-10', 1],
    ['2026-11', 1],
  ]);
  const yearly = county('2026-09-20', {}, [{ every: 'monthDay', days: [20], months: [3], from: '09:00', to: '10:00', ifHoliday: 'nextWorkingDay' }]);
  expect(agenda(yearly).map(([month]) => month)).toEqual(['2027-03']);
});

describe('sheets of cards', () => {
  const all = [...mandates(smallCounty()).values()];
  const active = all.filter((facts) => facts.active);
  const many = Array.from({ length: 11 }, (_, place) => ({ ...recordOf(active[0]), ref: `people:x/${place}` }));

  test('are full of the few there are, in turn', () => {
    const [sheet, ...more] = sheetsOf(active.slice(0, 2));
    expect(more).toEqual([]);
    expect(sheet?.map(({ facts, again }) => [facts.ref, again])).toEqual([0, 1, 0, 1, 0, 1, 0, 1].map((at, place) => [active[at]?.ref, place > 1]));
  });

  test('hold each of the many once', () => {
    const sheets = sheetsOf(many);
    expect(sheets.map((sheet) => sheet.length)).toEqual([8, 3]);
    expect(sheets.flat().every(({ again }) => !again)).toBe(true);
  });

  test('are for deputies in office only', () => {
    const refs = sheetsOf(all)
      .flat()
      .map(({ facts }) => facts.ref);
    expect(refs).not.toContain('people:qian-er/county-16');
    expect(refs).not.toContain('people:sun-san/county-17');
    expect(sheetsOf(all.filter((facts) => !facts.active))).toEqual([]);
  });
});
