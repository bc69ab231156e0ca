/** Which constituencies a place belongs to (地方与选区): the way up from a place, and who names it. */
import type { Area } from './area.ts';
import { areasOf, type Constituency } from './constituency.ts';
import { known, splitRef, type CivilDate } from './record-fields.ts';
import { find, groupBy, type Records } from './records.ts';
import type { Term } from './term.ts';

/** True while a term runs; one whose end is not known has ended all the same. */
export const termRuns = ({ start, end }: Term, today: CivilDate): boolean =>
  (known(start) ?? '') <= today && (end === undefined || (known(end) ?? '') > today);

/** From the outermost area down to this one, itself last. Areas that go round in a circle are walked once. */
export function wayTo(records: Records, area: Area): Area[] {
  const way = new Set<Area>([area]);
  for (let up = area.parent && find(records, 'areas', area.parent); up && !way.has(up); up = up.parent && find(records, 'areas', up.parent))
    way.add(up);
  return [...way].toReversed();
}

/** A constituency that names an area; `part` says which part where it is not all of it. */
export type Naming = { constituency: Constituency; part: string | undefined };

/** Constituencies of running terms by the id of an area that they name themselves. */
export function namingsByArea(records: Records, today: CivilDate): Map<string, Naming[]> {
  const running = [...records.constituencies.values()].filter(({ term }) => {
    const found = find(records, 'terms', term);
    return found !== undefined && termRuns(found, today);
  });
  const named = running.flatMap((constituency) => areasOf(constituency).map(({ area, part }) => ({ area: splitRef(area).id, constituency, part })));
  return new Map(
    [...groupBy(named, ({ area }) => area)].map(([area, list]) => [area, list.map(({ constituency, part }) => ({ constituency, part }))]),
  );
}

/** The constituencies that people of a place belong to: of each term those that name the place itself, else the nearest place around it. */
export function namingsOf(namings: ReadonlyMap<string, Naming[]>, way: readonly Area[]): Naming[] {
  const found: Naming[] = [];
  for (const { id } of way.toReversed()) {
    const settled = new Set(found.map(({ constituency }) => constituency.term));
    found.push(...(namings.get(id) ?? []).filter(({ constituency }) => !settled.has(constituency.term)));
  }
  return found;
}
