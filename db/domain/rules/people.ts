/** Rules for persons and their mandates: inside the term, in order, and never more than the seats. */
import { addMonths } from '../civil-date.ts';
import { isDirectlyElected } from '../congress.ts';
import type { Mandate, Person } from '../person.ts';
import { isKnown, known, splitRef, type CivilDate } from '../record-fields.ts';
import { find, type HeldMandate, type Records } from '../records.ts';
import type { Term } from '../term.ts';
import { fault, isAfter, repeated, type Rule, type RuleContext, type RuleFault } from './rule.ts';

export const personRule: Rule<'people'> = function* (person, context) {
  for (const { index } of repeated(person.mandates, ({ id }) => id)) yield fault(['mandates', index, 'id'], 'repeatedInList');
  for (const { index } of repeated(person.mandates, ({ term }) => term)) yield fault(['mandates', index, 'term'], 'twoMandatesInTerm');
  for (const [index, mandate] of person.mandates.entries()) {
    const term = find(context.records, 'terms', mandate.term);
    if (!term) continue;
    yield* under(['mandates', index], [...electionFaults(mandate, term, context.records), ...dateFaults(mandate, term), ...eventFaults(mandate)]);
    yield* under(['mandates', index], [...seatFaults(person, mandate, context)]);
  }
};

const under = (path: (string | number)[], faults: RuleFault[]): RuleFault[] => faults.map((entry) => ({ ...entry, path: [...path, ...entry.path] }));

function* electionFaults(mandate: Mandate, term: Term, records: Records): Generator<RuleFault> {
  const congress = find(records, 'congresses', term.congress);
  if ((mandate.constituency === undefined) === (mandate.electoralUnit === undefined)) return yield fault([], 'constituencyOrElectoralUnit');
  if (congress && isDirectlyElected(congress.level) !== (mandate.constituency !== undefined))
    yield fault([], 'electionOfLevel', { congress: congress.name });
  const constituency = isKnown(mandate.constituency) ? find(records, 'constituencies', mandate.constituency) : undefined;
  if (constituency && constituency.term !== mandate.term) yield fault(['constituency'], 'constituencyOfOtherTerm');
  const unit = mandate.electoralUnit && find(records, 'electoral-units', mandate.electoralUnit);
  if (unit && unit.term !== mandate.term) yield fault(['electoralUnit'], 'constituencyOfOtherTerm');
}

/** Elections lie before the first session, at most a year; by-elections inside the term. */
function* dateFaults(mandate: Mandate, term: Term): Generator<RuleFault> {
  const start = known(term.start);
  const earliest = start && mandate.electedBy !== 'byElection' ? addMonths(start, -12) : start;
  function* inTerm(path: (string | number)[], from: typeof mandate.electedOn, to = from): Generator<RuleFault> {
    if (isAfter(earliest, from)) yield fault(path, 'mandateBeforeTerm', { start: start ?? '' });
    if (isAfter(to, term.end)) yield fault(path, 'mandateAfterTerm', { end: known(term.end) ?? '' });
  }
  yield* inTerm(['electedOn'], mandate.electedOn);
  for (const [index, role] of mandate.roles.entries()) {
    if (isAfter(role.from, role.to)) yield fault(['roles', index, 'to'], 'endBeforeStart');
    yield* inTerm(['roles', index, 'from'], role.from, role.to);
  }
  for (const [index, event] of mandate.events.entries()) {
    if (isAfter(mandate.electedOn, event.on))
      yield fault(['events', index, 'on'], 'eventBeforeElection', { elected: known(mandate.electedOn) ?? '' });
    if (isAfter(event.on, term.end)) yield fault(['events', index, 'on'], 'mandateAfterTerm', { end: known(term.end) ?? '' });
  }
}

const ENDS = ['resigned', 'recalled', 'terminated', 'deceased'] as const;
const isEnd = (kind: string): boolean => ENDS.some((end) => end === kind);

function* eventFaults(mandate: Mandate): Generator<RuleFault> {
  let suspended = false;
  let ended = false;
  for (const [index, event] of mandate.events.entries()) {
    const before = mandate.events[index - 1];
    if (before && before.on > event.on) yield fault(['events', index, 'on'], 'eventsOutOfOrder');
    if (ended) yield fault(['events', index], 'eventAfterEnd');
    if (event.kind === 'restored' && !suspended) yield fault(['events', index], 'restoredWithoutSuspension');
    suspended = event.kind === 'suspended' || (suspended && event.kind !== 'restored');
    // A termination may follow the resignation that caused it (Deputies Law 62).
    ended = isEnd(event.kind) && event.kind !== 'resigned';
  }
}

/** Faults on the person whose mandate came last into a constituency that was already full. */
function* seatFaults(person: Person, mandate: Mandate, { records, mandatesByConstituency }: RuleContext): Generator<RuleFault> {
  if (!isKnown(mandate.constituency)) return;
  const constituency = find(records, 'constituencies', mandate.constituency);
  const start = startOf(mandate, records);
  if (!constituency || !start) return;
  const others = (mandatesByConstituency.get(constituency.id) ?? []).filter((other) => other.ref !== `people:${person.id}/${mandate.id}`);
  const before = others.filter((other) => sitsAt(other, start, records) && comesBefore(other, `people:${person.id}/${mandate.id}`, start, records));
  if (before.length >= constituency.seats)
    yield fault(['constituency'], 'moreMandatesThanSeats', { constituency: constituency.name, seats: constituency.seats });
}

const startOf = (mandate: Mandate, records: Records): CivilDate | undefined =>
  mandate.electedBy === 'byElection' ? known(mandate.electedOn) : known(find(records, 'terms', mandate.term)?.start);

function sitsAt({ mandate }: HeldMandate, day: CivilDate, records: Records): boolean {
  const start = startOf(mandate, records);
  const end = mandate.events.find(({ kind }) => isEnd(kind))?.on;
  return start !== undefined && start <= day && (end === undefined || end > day);
}

function comesBefore(other: HeldMandate, ref: string, start: CivilDate, records: Records): boolean {
  const otherStart = startOf(other.mandate, records) ?? '';
  return otherStart < start || (otherStart === start && other.ref < ref);
}

/** The constituency id of a mandate, where it is known. */
export const constituencyIdOf = ({ mandate }: HeldMandate): string | undefined =>
  isKnown(mandate.constituency) ? splitRef(mandate.constituency).id : undefined;
