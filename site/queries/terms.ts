/** Terms of a congress, and whether their seats add up. */
import { known, splitRef } from '../../db/domain/record-fields.ts';
import { groupBy } from '../../db/domain/records.ts';
import { termRuns } from '../../db/domain/representation.ts';
import type { Term } from '../../db/domain/term.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import { oncePer, type County } from './county.ts';
import { mandatesByTerm } from './mandates.ts';

export { termRuns };

/** True before the first session of a term, while it is being elected. */
export const isComing = ({ start }: Term, today: CivilDate): boolean => (known(start) ?? '') > today;

/** The term that runs today; undefined where none does. */
export function currentTerm({ records, today }: Pick<County, 'records' | 'today'>, congressId: string): Term | undefined {
  return [...records.terms.values()].find((term) => splitRef(term.congress).id === congressId && termRuns(term, today));
}

/** Running terms first, those of the site's own congress before others: the order in which a site lists terms. */
export function byOwnCongress({ site, today }: County): (a: Term, b: Term) => number {
  const rank = (term: Term): number => (termRuns(term, today) ? 0 : 2) + (term.congress === site.congress ? 0 : 1);
  return (a, b) => rank(a) - rank(b);
}

/** Terms by congress id, newest first. */
export const termsByCongress = oncePer(({ records }) =>
  groupBy(
    [...records.terms.values()].toSorted((a, b) => b.ordinal - a.ordinal),
    ({ congress }) => splitRef(congress).id,
  ),
);

/** Seats of a running term: quota = seated + vacant + reserve. Undefined where the quota is not recorded. */
export function seatsOf(
  county: County,
  term: Term,
): { quota: number; seated: number; suspended: number; vacant: number; reserve: number } | undefined {
  if (term.quota === undefined) return undefined;
  const all = mandatesByTerm(county).get(term.id) ?? [];
  const seated = all.filter((facts) => facts.seated).length;
  const suspended = all.filter(({ status }) => status.status === 'suspended').length;
  return { quota: term.quota, seated, suspended, reserve: term.reserve, vacant: Math.max(0, term.quota - seated - term.reserve) };
}
