/** Deputies as persons: who serves now, who served before, and who serves in a former deputy's place. */
import type { Person } from '../../db/domain/person.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { constituenciesFollowing, constituenciesOver } from './constituencies.ts';
import { oncePer, type County } from './county.ts';
import { mandates, mandatesByConstituency, mandatesByElectoralUnit, mandatesByPerson, type MandateFacts } from './mandates.ts';
import { byOwnCongress, currentTerm } from './terms.ts';

export type Deputy = {
  person: Person;
  mandates: MandateFacts[];
  /** Mandates whose seat they fill today. */
  current: MandateFacts[];
  former: MandateFacts[];
  /** In office in at least one congress: residents may write. */
  active: boolean;
};

/** Every deputy by the id of the person. */
export const deputies = oncePer((county): Map<string, Deputy> => {
  const all = mandatesByPerson(county);
  return new Map([...county.records.people.values()].map((person) => [person.id, deputyOf(person, all.get(person.id) ?? [])]));
});

function deputyOf(person: Person, list: MandateFacts[]): Deputy {
  return {
    person,
    mandates: list,
    current: list.filter(({ seated }) => seated),
    former: list.filter(({ seated }) => !seated),
    active: list.some(({ active }) => active),
  };
}

/** Who can be written to in place of a mandate that has ended or rests: of the same constituency or the ones that followed it. */
export function servesNow(county: County, facts: MandateFacts): MandateFacts[] {
  const places = facts.constituency
    ? [...constituenciesFollowing(county, facts.constituency.id), ...constituenciesOver(county, facts.constituency)]
    : [];
  const direct = places.flatMap((id) => mandatesByConstituency(county).get(id) ?? []);
  const indirect = facts.electoralUnit ? unitsFollowing(county, facts).flatMap((id) => mandatesByElectoralUnit(county).get(id) ?? []) : [];
  return [...new Set([...direct, ...indirect])].filter(({ active, person }) => active && person.id !== facts.person.id);
}

/** Electoral units of the congress's current term that elect through the same body. */
function unitsFollowing({ records, today }: County, { electoralUnit, congress }: MandateFacts): string[] {
  const now = currentTerm({ records, today }, congress.id);
  return [...records['electoral-units'].values()]
    .filter((unit) => now && splitRef(unit.term).id === now.id && unit.congress === electoralUnit?.congress)
    .map(({ id }) => id);
}

/** Deputies who fill a seat today, by congress, the site's own first; a person stands under each of their congresses. */
export const seatedByCongress = oncePer((county): { congress: MandateFacts['congress']; term: MandateFacts['term']; seats: MandateFacts[] }[] => {
  const groups = new Map<string, MandateFacts[]>();
  for (const facts of mandates(county).values()) if (facts.seated) groups.set(facts.term.id, [...(groups.get(facts.term.id) ?? []), facts]);
  const order = byOwnCongress(county);
  return [...groups.values()]
    .flatMap((seats) => (seats[0] ? [{ congress: seats[0].congress, term: seats[0].term, seats: seats.toSorted(byConstituency) }] : []))
    .toSorted((a, b) => order(a.term, b.term));
});

/** How many seats the list of all deputies draws; beyond that a congress is a link to its own page. */
const LISTED_SEATS = 300;

/** Congresses in order, `listed` as long as their seats fit on one light page. */
export const listedCongresses = oncePer((county) => {
  let drawn = 0;
  return seatedByCongress(county).map((group) => {
    drawn += group.seats.length;
    return { ...group, listed: drawn <= LISTED_SEATS };
  });
});

const byConstituency = (a: MandateFacts, b: MandateFacts): number => (a.constituency?.number ?? 999) - (b.constituency?.number ?? 999);

/** Deputies who fill no seat today. */
export const formerDeputies = oncePer((county): Deputy[] => [...deputies(county).values()].filter(({ current }) => current.length === 0));
