/** Constituencies: whom they elected, which seats are vacant, and what became of them after an election. */
import { areasOf, type Constituency } from '../../db/domain/constituency.ts';
import { find, groupBy } from '../../db/domain/records.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import type { Area } from '../../db/domain/area.ts';
import { oncePer, type County } from './county.ts';
import { mandatesByConstituency, type MandateFacts } from './mandates.ts';
import { termRuns } from './terms.ts';

/** Constituencies by term id, in order of their numbers. */
export const constituenciesByTerm = oncePer(({ records }) =>
  groupBy(
    [...records.constituencies.values()].toSorted((a, b) => (a.number ?? 999) - (b.number ?? 999)),
    ({ term }) => splitRef(term).id,
  ),
);

/** True while the term of the constituency runs. */
export function isRunning({ records, today }: Pick<County, 'records' | 'today'>, constituency: Constituency): boolean {
  const term = find(records, 'terms', constituency.term);
  return term !== undefined && termRuns(term, today);
}

/** Who fills its seats, who did before in this term, and how many seats are empty. */
export function seatsOfConstituency(county: County, constituency: Constituency): { seated: MandateFacts[]; former: MandateFacts[]; vacant: number } {
  const all = mandatesByConstituency(county).get(constituency.id) ?? [];
  const seated = all.filter((facts) => facts.seated);
  return { seated, former: all.filter((facts) => !facts.seated), vacant: Math.max(0, constituency.seats - seated.length) };
}

/** The areas it covers, with the part where it is not all of one. */
export const areasIn = ({ records }: County, constituency: Constituency): { area: Area; part: string | undefined }[] =>
  areasOf(constituency).flatMap(({ area, part }) => {
    const found = find(records, 'areas', area);
    return found ? [{ area: found, part }] : [];
  });

const successors = oncePer(({ records }) => {
  const pairs = [...records.constituencies.values()].flatMap(({ id, predecessors }) =>
    predecessors.map((before) => ({ id, before: splitRef(before).id })),
  );
  return groupBy(pairs, ({ before }) => before);
});

/** Where boundaries were drawn anew and nobody names this one as predecessor: ids of its congress's constituencies of today that share a place with it. */
export function constituenciesOver(county: County, constituency: Constituency): string[] {
  if (isRunning(county, constituency) || constituenciesFollowing(county, constituency.id).length > 1) return [];
  const places = new Set(areasOf(constituency).map(({ area }) => area));
  const congress = find(county.records, 'terms', constituency.term)?.congress;
  return [...county.records.constituencies.values()]
    .filter((other) => isRunning(county, other) && find(county.records, 'terms', other.term)?.congress === congress)
    .filter((other) => areasOf(other).some(({ area }) => places.has(area)))
    .map(({ id }) => id);
}

/** Ids of the constituencies that follow this one after elections, itself included, newest last. */
export function constituenciesFollowing(county: County, id: string): string[] {
  const found = new Set([id]);
  for (const known of found) for (const next of successors(county).get(known) ?? []) found.add(next.id);
  return [...found];
}
