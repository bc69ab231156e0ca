/** Areas: the way up and down, and who represents the people who live there, at every level. */
import type { Area } from '../../db/domain/area.ts';
import { LEVELS, type Congress } from '../../db/domain/congress.ts';
import type { Constituency } from '../../db/domain/constituency.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { find, groupBy } from '../../db/domain/records.ts';
import { namingsByArea, namingsOf, wayTo as wayUp } from '../../db/domain/representation.ts';
import { oncePer, type County } from './county.ts';
import { mandates, mandatesByConstituency, type MandateFacts } from './mandates.ts';

const childrenByArea = oncePer(({ records }) => groupBy(records.areas.values(), ({ parent }) => parent && splitRef(parent).id));

/** Areas directly inside this one. */
export const areasInside = (county: County, id: string): Area[] => childrenByArea(county).get(id) ?? [];

/** From the outermost area down to this one, itself last. */
export const wayTo = ({ records }: County, area: Area): Area[] => wayUp(records, area);

const namings = oncePer(({ records, today }) => namingsByArea(records, today));

export type PlaceSeat = { constituency: Constituency; part: string | undefined; seats: MandateFacts[] };

/** Constituencies of running terms that reach into this area: those that its people belong to and, with `inner`, those that name an area inside it. */
export function constituenciesOf(county: County, area: Area, inner = false): PlaceSeat[] {
  const around = namingsOf(namings(county), wayTo(county, area));
  const inside = inner
    ? allInside(county, area.id).flatMap(({ id }) => (namings(county).get(id) ?? []).map(({ constituency }) => ({ constituency, part: undefined })))
    : [];
  const unique = new Map<string, PlaceSeat>();
  for (const { constituency, part } of [...around, ...inside])
    if (!unique.has(constituency.id))
      unique.set(constituency.id, {
        constituency,
        part,
        seats: (mandatesByConstituency(county).get(constituency.id) ?? []).filter(({ seated }) => seated),
      });
  return [...unique.values()].toSorted((a, b) => (a.constituency.number ?? 999) - (b.constituency.number ?? 999));
}

function allInside(county: County, id: string): Area[] {
  return areasInside(county, id).flatMap((area) => [area, ...allInside(county, area.id)]);
}

/** Deputies of higher congresses that a congress around this area elected (indirect election). */
export function indirectDeputiesOf(county: County, area: Area): MandateFacts[] {
  const around = new Set(wayTo(county, area).map(({ id }) => id));
  return [...mandates(county).values()].filter(({ electoralUnit, seated }) => {
    const elector = electoralUnit?.congress && find(county.records, 'congresses', electoralUnit.congress);
    return seated && elector !== undefined && elector !== '' && around.has(splitRef(elector.area).id);
  });
}

export type LevelOfPlace = { congress: Congress; constituencies: PlaceSeat[]; indirect: MandateFacts[] };

/** Who represents the people of an area, one entry per congress, nearest first; a town shows all constituencies inside it. */
export function representation(county: County, area: Area): LevelOfPlace[] {
  const levels = new Map<string, LevelOfPlace>();
  const levelOf = (congress: Congress): LevelOfPlace => {
    const level = levels.get(congress.id) ?? { congress, constituencies: [], indirect: [] };
    levels.set(congress.id, level);
    return level;
  };
  for (const seat of constituenciesOf(county, area, isWide(area))) {
    const term = find(county.records, 'terms', seat.constituency.term);
    const congress = term && find(county.records, 'congresses', term.congress);
    if (congress) levelOf(congress).constituencies.push(seat);
  }
  for (const facts of indirectDeputiesOf(county, area)) levelOf(facts.congress).indirect.push(facts);
  return [...levels.values()].toSorted((a, b) => LEVELS.indexOf(b.congress.level) - LEVELS.indexOf(a.congress.level));
}

/** Towns and streets are cut into constituencies; a county would list them all. */
const isWide = ({ kind }: Area): boolean => kind === 'town' || kind === 'township' || kind === 'street';
