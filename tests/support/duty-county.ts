/** A county for trials of the duty log: a town with three villages, one constituency, as many deputies as wanted. */
import type { Kind } from '../../db/domain/kinds.ts';
import type { Records } from '../../db/domain/records.ts';
import type { County } from '../../site/queries/county.ts';
import { smallCounty } from '../site/small-county.ts';

type Fields = Record<string, unknown>;
type Extra = Partial<Record<Kind, Record<string, Fields>>>;

/** A mandate of the trial term, `people:ID/m`. */
export const deputy = (fields: Fields = {}): Fields => ({
  name: '赵一',
  mandates: [{ id: 'm', term: 'terms:t1', constituency: 'constituencies:c1', electedOn: '2021-12-08', ...fields }],
  body: '',
});

/** An activity of `people:a1/m` on a day. */
export const activity = (type: string, from: string, fields: Fields = {}): Fields => ({
  type,
  from,
  title: '活动',
  organizer: '联络站',
  deputies: [{ mandate: 'people:a1/m' }],
  body: '',
  ...fields,
});

const BASE: Extra = {
  areas: {
    county: { name: '小县', kind: 'county' },
    town: { name: '小镇', kind: 'town', parent: 'areas:county' },
    north: { name: '北村', kind: 'village', parent: 'areas:town' },
    south: { name: '南村', kind: 'village', parent: 'areas:town' },
    east: { name: '东村', kind: 'village', parent: 'areas:town' },
    mill: { name: '磨坊', kind: 'estate', parent: 'areas:north' },
    far: { name: '外县', kind: 'county' },
  },
  congresses: { c1: { name: '县人大', shortName: '县人大', level: 'county', area: 'areas:county', between: 'standingCommittee', body: '' } },
  terms: {
    t1: {
      congress: 'congresses:c1',
      ordinal: 17,
      start: '2022-01-11',
      sessions: [
        { ordinal: 1, start: '2022-01-11', end: '2022-01-14' },
        { ordinal: 2, start: '2023-01-10', end: '2023-01-13' },
        { ordinal: 3, start: '2024-01-16', end: '2024-01-19' },
      ],
    },
  },
  constituencies: { c1: { term: 'terms:t1', name: '小镇选区', kind: 'residence', seats: 3, areas: ['areas:north', 'areas:south'] } },
  people: { a1: deputy() },
};

/** A county with these records added to, or put in the place of, the basic ones. */
export const dutyCounty = (extra: Extra = {}, today = '2026-11-22'): County =>
  smallCounty(
    Object.fromEntries([...Object.keys(BASE), ...Object.keys(extra)].map((kind) => [kind, { ...BASE[kind as Kind], ...extra[kind as Kind] }])),
    today,
  );

/** Its records alone. */
export const dutyRecords = (extra: Extra = {}): Records => dutyCounty(extra).records;
