import { allMandates, find, type HeldMandate, type Records } from '../../../db/domain/records.ts';
import { statusOfMandate } from '../../../db/domain/mandate-status.ts';
import type { CivilDate } from '../../../db/domain/record-fields.ts';

/**
 * Whom residents should write to instead of a former deputy: the deputies in office of the same constituencies or of
 * those that followed them, else the contact stations.
 * @returns references `people:ID`, or `stations:ID`
 */
export const successorsOf = (records: Records, former: readonly HeldMandate[], today: CivilDate): string[] => {
  const places = new Set(former.map(({ mandate }) => mandate.constituency).filter((place) => typeof place === 'string'));
  for (let before = -1; before !== places.size;) {
    before = places.size;
    for (const { id, predecessors } of records.constituencies.values())
      if (predecessors.some((place) => places.has(place))) places.add(`constituencies:${id}`);
  }
  const inOffice = allMandates(records).filter(({ mandate }) => {
    const term = find(records, 'terms', mandate.term);
    const here = typeof mandate.constituency === 'string' && places.has(mandate.constituency);
    return here && term !== undefined && statusOfMandate(mandate, term, today).status === 'inOffice';
  });
  const people = new Set(inOffice.map(({ person }) => `people:${person.id}`));
  if (people.size > 0) return [...people];
  return [...new Set(former.flatMap(({ mandate }) => (mandate.station ? [mandate.station] : [])))];
};

/**
 * To whom the open messages of ended mandates of one person pass (换届、离任后的留言): the person, if elected again to that
 * congress; the one successor; where there are several, the station at which all of them can be met, else the first of them.
 */
export const passToOf = (records: Records, ended: readonly HeldMandate[], today: CivilDate): string | undefined => {
  const congresses = new Set(ended.map(({ mandate }) => find(records, 'terms', mandate.term)?.congress));
  const again = ended[0]?.person.mandates.some((mandate) => {
    const term = find(records, 'terms', mandate.term);
    return term !== undefined && congresses.has(term.congress) && statusOfMandate(mandate, term, today).status === 'inOffice';
  });
  if (again) return `people:${ended[0]?.person.id}`;
  const next = successorsOf(records, ended, today);
  const [station] = ended.flatMap(({ mandate }) => mandate.station ?? []);
  return next.length > 1 && station !== undefined ? station : next[0];
};
