/** Liaison lists: which member of the standing committee keeps in touch with which deputies today. */
import { groupBy } from '../../db/domain/records.ts';
import { oncePer, type County } from './county.ts';
import { mandates, mandatesOf, type MandateFacts } from './mandates.ts';
import { termRuns } from './terms.ts';

export type Liaison = { member: MandateFacts; deputies: MandateFacts[] };

/** Lists that hold today, of running terms; whoever has left is not in them any more. */
const liaisons = oncePer((county): Liaison[] =>
  [...county.records.terms.values()]
    .filter((term) => termRuns(term, county.today))
    .flatMap(({ liaison }) => liaison)
    .filter(({ from, to }) => from <= county.today && (to === undefined || to >= county.today))
    .flatMap(({ member, deputies }) => {
      const who = mandates(county).get(member);
      const seated = mandatesOf(county, deputies).filter((facts) => facts.seated);
      return who?.seated && seated.length > 0 ? [{ member: who, deputies: seated }] : [];
    }),
);

/** By term id, in the order of the lists. */
export const liaisonsByTerm = oncePer((county) => groupBy(liaisons(county), ({ member }) => member.term.id));

/** With whom a person keeps in touch, and who keeps in touch with them. */
export const liaisonOf = (county: County, person: string): { keeps: MandateFacts[]; keptBy: MandateFacts[] } => ({
  keeps: liaisons(county).flatMap(({ member, deputies }) => (member.person.id === person ? deputies : [])),
  keptBy: liaisons(county).flatMap(({ member, deputies }) => (deputies.some((facts) => facts.person.id === person) ? [member] : [])),
});
