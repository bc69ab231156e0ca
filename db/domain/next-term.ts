/** The next term of a congress (换届): a new term whose constituencies follow those of today, each with an id of its own. */
import { areasOf } from './constituency.ts';
import type { Congress } from './congress.ts';
import { DomainError } from './problem.ts';
import { known, splitRef, type CivilDate } from './record-fields.ts';
import type { Records } from './records.ts';
import type { Term } from './term.ts';

type Draft = { id: string; fields: Record<string, unknown> };
export type NextTerm = {
  /** The term that the new one follows; its `end` becomes the new start. */
  before: Term;
  term: Draft;
  constituencies: Draft[];
  electoralUnits: Draft[];
  /** Records that name mandates of the old term, and must be brought up to date once the new deputies are known. */
  stations: string[];
  groups: string[];
};

/**
 * Drafts the next term. Seats, names and areas are those of the old one; whoever draws the boundaries anew changes them.
 * @param start first session of the new term, with which the old one ends (Deputies Law 2)
 * @throws DomainError `noTerm`, `alreadyThere` (a term that has not begun), `startTooEarly`, `idTaken`
 */
export function nextTerm(records: Records, congress: Congress, start: CivilDate, today: CivilDate): NextTerm {
  const [before] = [...records.terms.values()].filter((term) => splitRef(term.congress).id === congress.id).toSorted((a, b) => b.ordinal - a.ordinal);
  if (!before) throw new DomainError('missing', 'noTerm');
  if ((known(before.start) ?? '') > today) throw new DomainError('conflict', 'alreadyThere', { params: { id: before.id } });
  const last = before.sessions
    .map((session) => session.end ?? known(session.start) ?? '')
    .reduce((a, b) => (a > b ? a : b), known(before.start) ?? '');
  if (start <= last) throw new DomainError('invalid', 'startTooEarly', { params: { last } });

  const ordinal = before.ordinal + 1;
  const ids = { terms: idAfter(before.id, before.ordinal), of: (id: string) => idAfter(id, before.ordinal) };
  const constituencies = [...records.constituencies.values()]
    .filter(({ term }) => splitRef(term).id === before.id)
    .map((old): Draft => ({
      id: ids.of(old.id),
      fields: {
        term: `terms:${ids.terms}`,
        ...(old.number !== undefined && { number: old.number }),
        name: old.name,
        kind: old.kind,
        seats: old.seats,
        ...(old.areas.length > 0 && { areas: areasOf(old).map(({ area, part }) => (part === undefined ? area : { area, part })) }),
        ...(old.employers.length > 0 && { employers: old.employers }),
        predecessors: [`constituencies:${old.id}`],
      },
    }));
  const electoralUnits = [...records['electoral-units'].values()]
    .filter(({ term }) => splitRef(term).id === before.id)
    .map((old): Draft => ({
      id: ids.of(old.id),
      fields: { term: `terms:${ids.terms}`, name: old.name, ...(old.congress && { congress: old.congress }), seats: old.seats },
    }));
  const quota = before.quota === undefined ? {} : { quota: before.quota };
  const term: Draft = {
    id: ids.terms,
    fields: { congress: `congresses:${congress.id}`, ordinal, start, ...quota, sessions: [{ ordinal: 1, start }] },
  };
  for (const [kind, drafts] of [
    ['terms', [term]],
    ['constituencies', constituencies],
    ['electoral-units', electoralUnits],
  ] as const)
    for (const { id } of drafts) if (records[kind].has(id)) throw new DomainError('conflict', 'idTaken', { params: { kind, id } });
  const isOld = (mandate: string): boolean => {
    const { id, inner } = splitRef(mandate);
    return records.people.get(id)?.mandates.some((held) => held.id === inner && splitRef(held.term).id === before.id) ?? false;
  };
  return {
    before,
    term,
    constituencies,
    electoralUnits,
    stations: [...records.stations.values()].filter(({ deputies }) => deputies.some(isOld)).map(({ id }) => id),
    groups: [...records.groups.values()].filter((group) => splitRef(group.term).id === before.id).map(({ id }) => id),
  };
}

/** The id that carries the old ordinal with the new one in its place (`c17-04` → `c18-04`), else with the new one behind it. */
function idAfter(id: string, ordinal: number): string {
  const renamed = id.replace(new RegExp(`(?<!\\d)${ordinal}(?!\\d)`), String(ordinal + 1));
  return renamed === id ? `${id.slice(0, 57)}-${ordinal + 1}` : renamed;
}
