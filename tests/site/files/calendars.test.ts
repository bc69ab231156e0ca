import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { agendaEntries } from '../../../site/files/agenda-entries.ts';
import { calendarFile } from '../../../site/files/calendar-file.ts';
import { deputyEntries, stationEntries } from '../../../site/files/reception-entries.ts';
import type { County } from '../../../site/queries/county.ts';
import { deputies } from '../../../site/queries/deputies.ts';
import { recordOf } from '../../../site/queries/paths.ts';
import { zhHans } from '../../../site/words/zh-Hans.ts';
import { RECORDS, smallCounty } from '../small-county.ts';

const site = new URL('https://rd.example.cn');
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const newYear = { '2027': { year: 2027, source: '通知', holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }] } };
const roster = (date: string, more: object = {}) => ({
  station: 'stations:home',
  date,
  from: '15:00',
  to: '17:00',
  deputies: ['people:zhao-yi/town-10'],
  ...more,
});

function stationFile(county: County): string {
  const station = recordOf(county.records.stations.get('home'));
  return calendarFile({
    name: '代表之家',
    path: '/stations/home.ics',
    entries: stationEntries(county, station, zhHans.stations),
    asOf: county.today,
    site,
  });
}
function deputyFile(county: County, id: string): string {
  const deputy = recordOf(deputies(county).get(id));
  return calendarFile({ name: id, path: `/deputies/${id}.ics`, entries: deputyEntries(county, deputy, zhHans.stations), asOf: county.today, site });
}

type Read = { uid: string; title: string; start: string; end: string; moment: number; status: string; notes: string; stamp: string };

/** The entries as another reader of the format understands them: clock times with the offset of their zone. */
function read(file: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { startDate } = event;
    return {
      uid: event.uid,
      title: event.summary,
      start: startDate.toString(),
      end: event.endDate.toString(),
      moment: startDate.toUnixTime(),
      status: String(component.getFirstPropertyValue('status')),
      notes: event.description,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    };
  });
}

describe('the calendar of a station, read by another parser', () => {
  test('names its days at Beijing time, whatever zone the machine has', () => {
    const files = ['Asia/Shanghai', 'America/New_York', 'UTC'].map((name) => {
      process.env['TZ'] = name;
      return stationFile(smallCounty());
    });
    expect(new Set(files).size).toBe(1);
    const [first] = read(files[0] ?? '');
    expect(first).toMatchObject({ start: '2026-12-04T15:00:00', end: '2026-12-04T17:00:00', status: 'CONFIRMED' });
    expect(first?.moment).toBe(Date.parse('2026-12-04T15:00:00+08:00') / 1000);
    const zones = new ICAL.Component(ICAL.parse(files[0] ?? '')).getAllSubcomponents('vtimezone');
    expect(zones.map((component) => component.getFirstPropertyValue('tzid'))).toEqual(['Asia/Shanghai']);
  });

  test('keeps to the format: CRLF, lines of at most 75 bytes, stamps in UTC, one key an entry', () => {
    const file = stationFile(smallCounty());
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    // Properties of the calendar come before everything in it.
    expect(file.slice(file.indexOf('BEGIN:VTIMEZONE')).replaceAll(/^BEGIN:(V\w+)\r\n[\s\S]*?^END:\1\r\n/gm, '')).toBe('END:VCALENDAR\r\n');
    expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(read(file).map(({ stamp }) => stamp)).toEqual(read(file).map(() => '2026-11-21T16:00:00Z'));
    const uids = read(file).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('a day that an announced holiday moves keeps its key, and says from when and why', () => {
    const records = { ...RECORDS, rosters: {} };
    const before = read(stationFile(smallCounty(records)));
    const after = read(stationFile(smallCounty({ ...records, calendars: newYear })));
    expect(before[1]).toMatchObject({ start: '2027-01-01T15:00:00', status: 'TENTATIVE' });
    expect(after[1]).toMatchObject({
      start: '2027-01-08T15:00:00',
      status: 'CONFIRMED',
      notes: expect.stringContaining('原定2027年1月1日（星期五），因元旦顺延'),
    });
    expect(after[1]?.uid).toBe(before[1]?.uid);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  });

  test('a day keeps its key when it is past, was called off, or got other hours', () => {
    const key = read(stationFile(smallCounty()))[0]?.uid;
    const later = read(
      stationFile(smallCounty({ ...RECORDS, rosters: { 'ro-a': roster('2026-12-04', { held: true, from: '14:30' }) } }, '2026-12-20')),
    );
    expect(later[0]).toMatchObject({ uid: key, start: '2026-12-04T14:30:00', status: 'CONFIRMED' });
    const off = read(stationFile(smallCounty({ ...RECORDS, rosters: { 'ro-a': roster('2026-12-04', { held: false, reason: '道路塌方' }) } })));
    expect(off[0]).toMatchObject({
      uid: key,
      status: 'CANCELLED',
      title: '取消：代表之家接待日',
      notes: expect.stringContaining('未举行：道路塌方'),
    });
  });

  test('a past day that no roster tells of is not claimed to have been held', () => {
    const county = smallCounty({ ...RECORDS, rosters: { 'ro-a': roster('2026-11-06', { held: true }) } });
    expect(
      read(stationFile(county))
        .filter(({ start }) => start < '2026-11-22')
        .map(({ start }) => start),
    ).toEqual(['2026-11-06T15:00:00']);
  });

  test('commas, semicolons, backslashes and rare characters come out as they went in', () => {
    const name = '代表之家,东;西\\𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖';
    const home = { ...RECORDS['stations']?.['home'], name, address: '一号,二楼;右' };
    const file = stationFile(smallCounty({ ...RECORDS, stations: { home } }));
    expect(file).not.toContain('\u{FFFD}');
    expect(read(file)[0]?.title).toBe(`${name}接待日`);
  });
});

describe('the calendar of a deputy', () => {
  const atHome = ({ mandates, ...person }: Record<string, unknown> = {}) => ({
    ...person,
    mandates: (mandates as object[]).map((mandate) => ({ ...mandate, station: 'stations:home' })),
  });
  const withStation = { ...RECORDS, people: { ...RECORDS['people'], 'zhao-yi': atHome(RECORDS['people']?.['zhao-yi']) } };

  test('holds the days of their station, and says on which they are on the roster', () => {
    const entries = read(deputyFile(smallCounty(withStation), 'zhao-yi'));
    expect(entries[0]).toMatchObject({ title: '赵一在代表之家接待选民', start: '2026-12-04T15:00:00' });
    expect(entries.length).toBe(12);
    expect(entries.at(-1)?.title).toBe('代表之家接待日');
  });

  test('of who only stands on a roster holds that day', () => {
    expect(read(deputyFile(smallCounty(), 'zhao-yi')).map(({ start }) => start)).toEqual(['2026-12-04T15:00:00', '2027-01-01T15:00:00']);
  });

  test('of a deputy who has left is empty, and still a calendar', () => {
    const file = deputyFile(smallCounty(withStation), 'qian-er');
    expect(read(file)).toEqual([]);
    expect(new ICAL.Component(ICAL.parse(file)).getAllSubcomponents().length).toBe(1);
  });
});

describe('the calendar of all public dates', () => {
  const terms = {
    ...RECORDS['terms'],
    'county-17': { ...RECORDS['terms']?.['county-17'], sessions: [{ ordinal: 6, start: '2027-01-12', end: '2027-01-15' }] },
  };
  const plans = {
    work: {
      title: '工作计划',
      kind: 'deputyWork',
      congress: 'congresses:county',
      year: 2026,
      issuer: '办公室',
      issuedOn: '2026-01-01',
      body: '',
      items: [
        { id: 'a', title: '视察养老院', due: '2026-12-11' },
        { id: 'b', title: '已经办了', due: '2026-12-12', notHeld: '改期' },
      ],
    },
  };

  test('holds reception days, sessions over all their days, and plan items that are still ahead', () => {
    const election = (kind: string, date: string) => ({
      title: `${kind}公告`,
      kind,
      congress: 'congresses:county',
      issuer: '选举委员会',
      date,
      electionDay: '2026-12-08',
      body: '',
    });
    const announcements = { 'n-1': election('electionNotice', '2026-10-20'), 'n-2': election('candidates', '2026-11-20') };
    const county = smallCounty({ ...RECORDS, terms, plans, announcements });
    const file = calendarFile({ name: '日程', path: '/calendar.ics', entries: agendaEntries(county, zhHans), asOf: county.today, site });
    const entries = read(file);
    expect(entries.find(({ title }) => title === '代表工作计划：视察养老院')).toMatchObject({
      start: '2026-12-11',
      end: '2026-12-12',
      notes: expect.stringContaining('出自《工作计划》'),
    });
    // Of the two announcements of one election the newest stands for it.
    expect(entries.filter(({ title }) => title.startsWith('选举日')).map(({ title, start }) => [title, start])).toEqual([
      ['选举日：candidates公告', '2026-12-08'],
    ]);
    // The end of whole days is the day after the last.
    expect(entries.find(({ title }) => title.includes('第六次会议'))).toMatchObject({ start: '2027-01-12', end: '2027-01-16' });
    expect(entries.filter(({ title }) => title === '代表之家接待日').length).toBe(11);
    expect(entries.filter(({ title }) => title === '取消：代表之家接待日').length).toBe(1);
    expect(entries.some(({ title }) => title.includes('已经办了'))).toBe(false);
  });
});
