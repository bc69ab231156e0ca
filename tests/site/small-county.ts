/** A county of two villages, one town congress, three people; every test may change its own copy. */
import { SHAPES, type Kind } from '../../db/domain/kinds.ts';
import type { Records } from '../../db/domain/records.ts';
import { countyOf, type County } from '../../site/queries/county.ts';
import { usualDeadlines } from '../support/usual-deadlines.ts';

export const TODAY = '2026-11-22';
type Raw = Record<string, Record<string, unknown>>;

const SITE = {
  id: 'site',
  schemaVersion: 1,
  name: '测试回音',
  place: '小县',
  congress: 'congresses:county',
  operator: { name: '办公室', address: '一号', phone: '0000', hours: '工作日' },
  answerTargetDays: 30,
  deadlines: usualDeadlines('测试'),
  resultClasses: [
    { letter: 'A', class: 'solved', label: 'A', meaning: '解决' },
    { letter: 'B', class: 'inProgress', label: 'B', meaning: '正在解决' },
  ],
  visibility: { direct: [], indirect: [] },
  topics: [{ id: 'other', label: '其他' }],
  canDo: ['听'],
  cannotDo: ['批'],
  body: '',
};

const mandate = (id: string, term: string, place: string, events: unknown[] = []) => ({
  id,
  term: `terms:${term}`,
  electedOn: '2021-12-08',
  events,
  ...(place.startsWith('e') ? { electoralUnit: `electoral-units:${place}` } : { constituency: `constituencies:${place}` }),
});

export const RECORDS: Record<string, Raw> = {
  areas: {
    city: { name: '市', kind: 'city' },
    county: { name: '小县', kind: 'county', parent: 'areas:city' },
    town: { name: '小镇', kind: 'town', parent: 'areas:county' },
    'village-a': { name: '甲村', kind: 'village', parent: 'areas:town' },
    'village-b': { name: '乙村', kind: 'village', parent: 'areas:town' },
  },
  congresses: {
    city: { name: '市人大', shortName: '市人大', level: 'city', area: 'areas:city', between: 'standingCommittee', body: '' },
    county: { name: '县人大', shortName: '县人大', level: 'county', area: 'areas:county', between: 'standingCommittee', body: '' },
    town: { name: '镇人大', shortName: '镇人大', level: 'township', area: 'areas:town', between: 'presidium', body: '' },
  },
  terms: {
    'county-16': { congress: 'congresses:county', ordinal: 16, start: '2017-01-10', end: '2022-01-11' },
    'county-17': { congress: 'congresses:county', ordinal: 17, start: '2022-01-11', quota: 3 },
    'town-10': { congress: 'congresses:town', ordinal: 10, start: '2021-12-20', quota: 2 },
    'city-8': { congress: 'congresses:city', ordinal: 8, start: '2022-02-15' },
  },
  constituencies: {
    'c16-1': { term: 'terms:county-16', name: '第一选区', kind: 'residence', seats: 2, areas: ['areas:town'] },
    'c17-1': {
      term: 'terms:county-17',
      number: 1,
      name: '小镇选区',
      kind: 'residence',
      seats: 2,
      areas: ['areas:town'],
      predecessors: ['constituencies:c16-1'],
    },
    't10-1': {
      term: 'terms:town-10',
      number: 1,
      name: '甲村选区',
      kind: 'residence',
      seats: 2,
      areas: [{ area: 'areas:village-a', part: '河北岸' }],
    },
  },
  'electoral-units': { 'e-county': { term: 'terms:city-8', name: '县人大', congress: 'congresses:county', seats: 1 } },
  people: {
    'zhao-yi': { name: '赵一', mandates: [mandate('county-17', 'county-17', 'c17-1'), mandate('town-10', 'town-10', 't10-1')], body: '' },
    'qian-er': { name: '钱二', mandates: [mandate('county-16', 'county-16', 'c16-1')], body: '' },
    'sun-san': { name: '孙三', mandates: [mandate('county-17', 'county-17', 'c17-1', [{ kind: 'suspended', on: '2026-04-24' }])], body: '' },
    'li-si': { name: '李四', mandates: [mandate('city-8', 'city-8', 'e-county')], body: '' },
  },
  units: { water: { name: '县水利局', shortName: '水利局', kind: 'government', body: '' } },
  proposals: {
    'p-1': {
      number: '第1号',
      title: '关于修渠的建议',
      term: 'terms:county-17',
      submittedOn: '2026-01-13',
      lead: 'people:zhao-yi/county-17',
      coSigners: ['people:sun-san/county-17'],
      events: [
        { kind: 'registered', on: '2026-01-14' },
        { kind: 'assigned', on: '2026-02-10', to: [{ unit: 'units:water', role: 'independent' }] },
      ],
      body: '渠坏了。',
    },
    'p-late': {
      number: '第2号',
      title: '关于修桥的建议',
      term: 'terms:county-17',
      submittedOn: '2026-01-14',
      lead: 'people:zhao-yi/county-17',
      events: [
        { kind: 'registered', on: '2026-01-14' },
        { kind: 'assigned', on: '2026-02-10', to: [{ unit: 'units:water', role: 'independent' }] },
      ],
      body: '桥坏了。',
    },
  },
  replies: {
    'r-1': {
      proposal: 'proposals:p-1',
      unit: 'units:water',
      repliedOn: '2026-04-20',
      result: { class: 'inProgress' },
      body: '今年修。',
      promises: [
        { id: 'a', what: '修完', due: '2026-09-30' },
        { id: 'b', what: '清淤', due: '2026-06-30', events: [{ kind: 'kept', on: '2026-06-10', evidence: '验收单' }] },
        { id: 'c', what: '验收', due: '2027-03-01' },
      ],
    },
  },
  stations: {
    home: {
      name: '代表之家',
      kind: 'home',
      area: 'areas:town',
      address: '一号',
      openingHours: '周一至周五',
      phone: '0000',
      head: '赵一',
      deputies: ['people:zhao-yi/town-10'],
      serviceAreas: ['areas:town'],
      reception: [{ every: 'weekday', weekday: 5, week: 1, from: '15:00', to: '17:00', ifHoliday: 'weekLater' }],
      body: '',
    },
  },
  rosters: {
    'ro-1': { station: 'stations:home', date: '2026-12-04', from: '15:00', to: '17:00', deputies: ['people:zhao-yi/town-10'] },
    'ro-2': {
      station: 'stations:home',
      date: '2027-01-01',
      from: '15:00',
      to: '17:00',
      deputies: ['people:zhao-yi/town-10'],
      held: false,
      reason: '放假',
    },
  },
};

/** The county on a day, through the same shapes that files go through. */
export function smallCounty(records: Record<string, Raw> = RECORDS, today = TODAY): County {
  const read = (kind: Kind) => new Map(Object.entries(records[kind] ?? {}).map(([id, fields]) => [id, SHAPES[kind].parse({ id, ...fields })]));
  const maps = Object.fromEntries(Object.keys(SHAPES).map((kind) => [kind, read(kind as Kind)]));
  return countyOf({ ...maps, site: SHAPES.site.parse(SITE) } as unknown as Records, today);
}
