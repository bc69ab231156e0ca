/** Mandates with everything a page says about them, and the lists they are found in. */
import type { Constituency } from '../../db/domain/constituency.ts';
import type { Congress, Level } from '../../db/domain/congress.ts';
import type { ElectoralUnit } from '../../db/domain/electoral-unit.ts';
import { hasEnded, statusOfMandate, type StatusOfMandate } from '../../db/domain/mandate-status.ts';
import type { Mandate, Person } from '../../db/domain/person.ts';
import { isKnown } from '../../db/domain/record-fields.ts';
import { allMandates, find, groupBy } from '../../db/domain/records.ts';
import type { Station } from '../../db/domain/station.ts';
import type { Term } from '../../db/domain/term.ts';
import { oncePer, type County } from './county.ts';

export type MandateFacts = {
  /** `people:ID/MANDATE` */
  ref: string;
  person: Person;
  mandate: Mandate;
  term: Term;
  congress: Congress;
  status: StatusOfMandate;
  /** In office today, so residents can write to them. */
  active: boolean;
  /** The seat is filled: in office, elected and waiting, or suspended. */
  seated: boolean;
  constituency: Constituency | undefined;
  electoralUnit: ElectoralUnit | undefined;
  station: Station | undefined;
  /** Roles that hold today. */
  roles: string[];
};

/** Nearest to the resident first. */
const LEVEL_ORDER: Record<Level, number> = { township: 0, county: 1, city: 2, province: 3, national: 4 };

/** Every mandate by its reference; nearest level first, then newest term, then the order of the records. */
export const mandates = oncePer((county): Map<string, MandateFacts> => {
  const list = allMandates(county.records).flatMap((held) => factsOf(county, held) ?? []);
  list.sort((a, b) => LEVEL_ORDER[a.congress.level] - LEVEL_ORDER[b.congress.level] || b.term.ordinal - a.term.ordinal);
  return new Map(list.map((facts) => [facts.ref, facts]));
});

function factsOf({ records, today }: County, { ref, person, mandate }: { ref: string; person: Person; mandate: Mandate }): MandateFacts | undefined {
  const term = find(records, 'terms', mandate.term);
  const congress = term && find(records, 'congresses', term.congress);
  if (!term || !congress) return undefined;
  const status = statusOfMandate(mandate, term, today);
  const ended = hasEnded(status.status);
  return {
    ref,
    person,
    mandate,
    term,
    congress,
    status,
    active: status.status === 'inOffice',
    seated: !ended,
    constituency: isKnown(mandate.constituency) ? find(records, 'constituencies', mandate.constituency) : undefined,
    electoralUnit: mandate.electoralUnit ? find(records, 'electoral-units', mandate.electoralUnit) : undefined,
    station: mandate.station ? find(records, 'stations', mandate.station) : undefined,
    roles: ended ? [] : mandate.roles.filter(({ from, to }) => from <= today && (!to || to >= today)).map(({ title }) => title),
  };
}

const indexBy = (key: (facts: MandateFacts) => string | undefined) => oncePer((county) => groupBy(mandates(county).values(), key));

/** By id of the person, term, constituency, electoral unit. */
export const mandatesByPerson = indexBy(({ person }) => person.id);
export const mandatesByTerm = indexBy(({ term }) => term.id);
export const mandatesByConstituency = indexBy(({ constituency }) => constituency?.id);
export const mandatesByElectoralUnit = indexBy(({ electoralUnit }) => electoralUnit?.id);

/** The mandates that a list of references names, in its order. */
export const mandatesOf = (county: County, refs: readonly string[]): MandateFacts[] => refs.flatMap((ref) => mandates(county).get(ref) ?? []);
