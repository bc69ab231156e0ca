/** The rule that nobody is forgotten (选区覆盖): every voter belongs to a constituency of a directly elected congress (Electoral Law 25). */
import type { Area, AreaKind } from '../area.ts';
import { areasOf } from '../constituency.ts';
import { isDirectlyElected } from '../congress.ts';
import { splitRef, type CivilDate } from '../record-fields.ts';
import { find, groupBy, type Records } from '../records.ts';
import { termRuns, wayTo } from '../representation.ts';
import { fault, type RuleFault } from './rule.ts';

/** The places of one running term: `inside` whom, the ids that its constituencies reach, and of which kinds those are. */
export type CoveredTerm = { congress: string; inside: string; ids: ReadonlySet<string>; kinds: ReadonlySet<AreaKind> };

/** What the running terms of directly elected congresses cover: the named areas, all that lies in them, and all that they lie in. */
export function coveredTerms(records: Records, today: CivilDate): CoveredTerm[] {
  const children = groupBy(records.areas.values(), ({ parent }) => parent && splitRef(parent).id);
  return [...records.terms.values()].flatMap((term) => {
    const congress = find(records, 'congresses', term.congress);
    if (!congress || !isDirectlyElected(congress.level) || !termRuns(term, today)) return [];
    const ids = new Set<string>();
    const addInside = (area: Area): void => {
      if (ids.has(area.id)) return;
      ids.add(area.id);
      for (const child of children.get(area.id) ?? []) addInside(child);
    };
    const named = [...records.constituencies.values()]
      .filter((constituency) => constituency.term === `terms:${term.id}`)
      .flatMap((constituency) => areasOf(constituency).flatMap(({ area }) => find(records, 'areas', area) ?? []));
    for (const area of named) addInside(area);
    for (const { id } of named.flatMap((area) => wayTo(records, area))) ids.add(id);
    const kinds = new Set([...ids].flatMap((id) => records.areas.get(id)?.kind ?? []));
    return [{ congress: congress.name, inside: splitRef(congress.area).id, ids, kinds }];
  });
}

/** A village or community that no constituency names although others of its kind are named: somebody forgot it. */
export function* unrepresentedFaults(area: Area, { records, covered }: { records: Records; covered: readonly CoveredTerm[] }): Generator<RuleFault> {
  if (area.kind !== 'village' && area.kind !== 'community') return;
  const around = new Set(wayTo(records, area).map(({ id }) => id));
  for (const { congress, inside, ids, kinds } of covered)
    if (around.has(inside) && kinds.has(area.kind) && !ids.has(area.id)) yield fault([], 'areaWithoutConstituency', { congress });
}
