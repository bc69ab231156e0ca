/** Rules for liaison lists (常委会组成人员联系代表): deputies of this term, and a member who holds an office of the congress. */
import { findMandate, type Records } from '../records.ts';
import type { Term } from '../term.ts';
import { fault, isAfter, repeated, type RuleFault } from './rule.ts';

export function* liaisonFaults(term: Term, records: Records): Generator<RuleFault> {
  const isOfTerm = (ref: string): boolean => (findMandate(records, ref)?.mandate.term ?? `terms:${term.id}`) === `terms:${term.id}`;
  for (const [index, { member, from, to, deputies }] of term.liaison.entries()) {
    const path = ['liaison', index];
    const held = findMandate(records, member);
    if (!isOfTerm(member)) yield fault([...path, 'member'], 'liaisonOfOtherTerm');
    else if (held && !held.mandate.roles.some((role) => role.from <= from && (role.to ?? from) >= from))
      yield fault([...path, 'member'], 'liaisonWithoutRole', { name: held.person.name, from });
    if (isAfter(from, to)) yield fault([...path, 'to'], 'endBeforeStart');
    if (isAfter(term.start, from) || isAfter(to ?? from, term.end)) yield fault([...path, 'from'], 'outsideTerm');
    for (const { index: at } of repeated(deputies, (deputy) => deputy)) yield fault([...path, 'deputies', at], 'repeatedInList');
    for (const [at, deputy] of deputies.entries()) {
      if (deputy === member) yield fault([...path, 'deputies', at], 'liaisonWithSelf');
      if (!isOfTerm(deputy)) yield fault([...path, 'deputies', at], 'liaisonOfOtherTerm');
    }
  }
  // Two lists of one member at the same time would contradict each other.
  const overlapping = term.liaison.flatMap((list, index) =>
    term.liaison.slice(0, index).some((other) => other.member === list.member && other.from <= (list.to ?? '9') && list.from <= (other.to ?? '9'))
      ? [index]
      : [],
  );
  for (const index of overlapping) yield fault(['liaison', index, 'member'], 'repeatedInList');
}
