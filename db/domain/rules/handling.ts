/** Rules for steps that are each possible but do not fit together: late returns and extensions, merging in circles, rounds. */
import { assignmentsUntil } from '../assignment.ts';
import { deadline, isOverdue } from '../deadline.ts';
import type { Step } from '../proposal-state.ts';
import type { Proposal } from '../proposal.ts';
import { known, splitRef, type CivilDate } from '../record-fields.ts';
import type { Reply } from '../reply.ts';
import type { Deadlines } from '../site.ts';
import { fault, isCyclic, type RuleContext, type RuleFault } from './rule.ts';

/** `steps`: the whole history, which holds no impossible step. */
export function* handlingFaults(proposal: Proposal, steps: readonly Step[], context: RuleContext): Generator<RuleFault> {
  let extended = false;
  for (const { event } of steps) {
    if (!event) continue;
    const path = (field: string) => ['events', proposal.events.indexOf(event), field];
    if (event.kind === 'returned') yield* returnFaults(proposal, event, path, context);
    if (event.kind === 'merged' && isMergedInCircle(proposal, context)) yield fault(path('into'), 'mergedInCircle');
    if (event.kind !== 'extended') continue;
    if (extended) yield fault(path('kind'), 'extendedTwice');
    extended = true;
    const due = dueOf(proposal, event.on, 'reply', context);
    if (due && isOverdue(due, event.on)) yield fault(path('on'), 'extendedTooLate', { due });
  }
}

type Returned = Extract<Proposal['events'][number], { kind: 'returned' }>;

/** Who asks late keeps the proposal (逾期提出的不予调整): a return after the window may be on record, but never as agreed to. */
function* returnFaults(
  proposal: Proposal,
  event: Returned,
  path: (field: string) => (string | number)[],
  context: RuleContext,
): Generator<RuleFault> {
  const inForce = assignmentsUntil(proposal, event.on).at(-1);
  if (inForce && !inForce.to.some(({ unit }) => unit === event.unit)) yield fault(path('unit'), 'unitNotAssigned');
  const due = dueOf(proposal, event.on, 'returnAssignment', context);
  if (event.accepted && due && isOverdue(due, event.on)) yield fault(path('accepted'), 'lateReturnAccepted', { due });
}

/** Counted from the assignment in force on a day; undefined where the year's holidays are not announced, which proves nothing. */
function dueOf(proposal: Proposal, day: CivilDate, rule: keyof Deadlines, { records, days }: RuleContext): CivilDate | undefined {
  const start = assignmentsUntil(proposal, day).at(-1)?.on;
  const limit = start && deadline(start, records.site.deadlines[rule], days);
  return limit && !limit.provisional ? limit.due : undefined;
}

const isMergedInCircle = (proposal: Proposal, { records }: RuleContext): boolean =>
  isCyclic(proposal.id, (id) => {
    const merged = records.proposals.get(id)?.events.find((event) => event.kind === 'merged');
    // Into itself has a sentence of its own.
    return merged && splitRef(merged.into).id !== id ? splitRef(merged.into).id : undefined;
  });

/** Round 1 answers the assignment, round n the (n-1)th re-handling before it; of undated replies, any that is on record. */
export function* roundFaults(reply: Reply, proposal: Proposal): Generator<RuleFault> {
  if (reply.interim || reply.role === 'co') return;
  const on = known(reply.repliedOn);
  // On one day the reply comes first, and the deputy's refusal of it after.
  const again = proposal.events.filter((event) => event.kind === 'rehandling' && (on === undefined || event.on < on)).length;
  if (reply.round > again + 1) yield fault(['round'], 'roundWithoutRehandling', { round: again + 1 });
  else if (on && reply.round < again + 1) yield fault(['round'], 'roundOfRehandling', { round: again + 1 });
}
