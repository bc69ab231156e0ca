/** Everything that can be looked up in the records, with whom it leads to. */
import { areasOf, type Constituency } from '../../../db/domain/constituency.ts';
import { LEVELS, type Congress } from '../../../db/domain/congress.ts';
import type { Area } from '../../../db/domain/area.ts';
import type { Entry, Name, Seats } from '../../../db/domain/find/entry.ts';
import { hasEnded, statusOfMandate } from '../../../db/domain/mandate-status.ts';
import type { Mandate, Person } from '../../../db/domain/person.ts';
import type { CivilDate } from '../../../db/domain/record-fields.ts';
import { allMandates, find, groupBy, type HeldMandate, type Records } from '../../../db/domain/records.ts';
import { namingsByArea, namingsOf, termRuns, wayTo, type Naming } from '../../../db/domain/representation.ts';
import { rootAreas } from './find-roots.ts';

type Context = { records: Records; seatsOf: (constituency: Constituency) => Seats; seated: ReadonlySet<string>; roots: ReadonlySet<string> };

/** An entry before its names are read aloud. */
export type Unread = Omit<Entry, 'readings'>;

/** Places first, then employers and constituencies of running terms, then persons. */
export const findEntries = (records: Records, today: CivilDate): Unread[] => {
  const held = allMandates(records).filter((entry) => isSeated(records, entry, today));
  const byConstituency = groupBy(held, ({ mandate }) => (typeof mandate.constituency === 'string' ? mandate.constituency : undefined));
  const made = new Map<string, Seats>();
  const seatsOf = (constituency: Constituency): Seats => {
    const seats = made.get(constituency.id) ?? describe(records, constituency, byConstituency.get(`constituencies:${constituency.id}`) ?? []);
    made.set(constituency.id, seats);
    return seats;
  };
  const context: Context = { records, seatsOf, seated: new Set(held.map(({ ref }) => ref)), roots: new Set(rootAreas(records).map(({ id }) => id)) };
  const namings = namingsByArea(records, today);
  const running = [...records.constituencies.values()].filter(({ term }) => {
    const found = find(records, 'terms', term);
    return found !== undefined && termRuns(found, today);
  });
  return [
    ...Array.from(records.areas.values(), (area) => placeEntry(context, area, namings)),
    ...employerEntries(context, running),
    ...running.map((constituency) => constituencyEntry(context, constituency)),
    ...Array.from(records.people.values(), (person) => personEntry(context, person)),
  ];
};

const isSeated = (records: Records, { mandate }: HeldMandate, today: CivilDate): boolean => {
  const term = find(records, 'terms', mandate.term);
  return term !== undefined && !hasEnded(statusOfMandate(mandate, term, today).status);
};

const congressOf = (records: Records, term: string): Congress | undefined => {
  const found = find(records, 'terms', term);
  return found && find(records, 'congresses', found.congress);
};

const describe = (records: Records, { name, term }: Constituency, held: readonly HeldMandate[]): Seats => ({
  congress: congressOf(records, term)?.shortName ?? '',
  name,
  deputies: held.map(({ person }) => person.name + (person.marker ?? '')).join('、'),
});

const placeEntry = ({ records, seatsOf, roots }: Context, area: Area, namings: ReadonlyMap<string, Naming[]>): Unread => {
  const way = wayTo(records, area);
  const nearestFirst = namingsOf(namings, way).toSorted((a, b) => levelOf(records, b.constituency) - levelOf(records, a.constituency));
  const spots = (namings.get(area.id) ?? []).flatMap(({ part }) => (part === undefined ? [] : spotsOf(part)));
  return {
    kind: area.kind,
    id: area.id,
    marker: '',
    names: [{ text: area.name, kind: 'own' }, ...named(area.aliases, 'alias'), ...named(area.formerNames, 'formerName'), ...named(spots, 'spot')],
    place: way
      .slice(0, -1)
      .filter(({ id }) => !roots.has(id))
      .map(({ name }) => name),
    seats: nearestFirst.map(({ constituency, part }) => ({ of: seatsOf(constituency), part })),
  };
};

const named = (texts: readonly string[], kind: Name['kind']): Name[] => texts.map((text) => ({ text, kind }));
const levelOf = (records: Records, { term }: Constituency): number => LEVELS.indexOf(congressOf(records, term)?.level ?? 'national');

/** What the text of a part names: 铁路以北，机务段宿舍和新建的三个小区 names three spots. */
const spotsOf = (part: string): string[] => part.split(/[，、；。（）()]|以及|[和与及至]/).filter((spot) => spot.length >= 2 && spot.length <= 20);

/** One entry for each employer, however many congresses it votes for. */
const employerEntries = ({ seatsOf }: Context, running: readonly Constituency[]): Unread[] => {
  const pairs = running.flatMap((constituency) => constituency.employers.map((employer) => ({ employer, constituency })));
  return [...groupBy(pairs, ({ employer }) => employer)].flatMap(([employer, list]) => {
    const [first] = list;
    if (!first) return [];
    const seats = list.map(({ constituency }) => ({ of: seatsOf(constituency), part: undefined }));
    return [{ kind: 'employer' as const, id: first.constituency.id, marker: '', names: named([employer], 'own'), place: [], seats }];
  });
};

const constituencyEntry = ({ records, seatsOf }: Context, constituency: Constituency): Unread => ({
  kind: 'constituency',
  id: constituency.id,
  marker: '',
  names: named([constituency.name], 'own'),
  place: areasOf(constituency).length === 1 ? areasOf(constituency).flatMap(({ area }) => find(records, 'areas', area)?.name ?? []) : [],
  seats: [{ of: seatsOf(constituency), part: undefined }],
});

const personEntry = ({ records, seated }: Context, person: Person): Unread => {
  const current = person.mandates.filter(({ id }) => seated.has(`people:${person.id}/${id}`));
  const place = (current.length > 0 ? current : person.mandates.slice(-1)).map((mandate) => seatName(records, mandate));
  return {
    kind: current.length > 0 ? 'deputy' : 'former',
    id: person.id,
    marker: person.marker ?? '',
    names: named([person.name], 'own'),
    place,
    seats: [],
  };
};

/** Where a person sits: the congress, and the constituency or the body that elected them. */
const seatName = (records: Records, { term, constituency, electoralUnit }: Mandate): string => {
  const elected = typeof constituency === 'string' ? find(records, 'constituencies', constituency) : undefined;
  const unit = electoralUnit === undefined ? undefined : find(records, 'electoral-units', electoralUnit);
  return [congressOf(records, term)?.shortName, elected?.name ?? unit?.name].filter(Boolean).join(' ');
};
