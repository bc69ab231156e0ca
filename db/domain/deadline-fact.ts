/** One deadline of a proposal (期限与实际): when a step was due, when it was taken, and what follows. */
import type { WorkingDays } from './calendar.ts';
import { deadline, isOverdue, overdueSince, type Deadline } from './deadline.ts';
import type { ProposalFacts } from './proposal-facts.ts';
import type { Proposal } from './proposal.ts';
import type { CivilDate } from './record-fields.ts';
import type { Reply } from './reply.ts';
import type { Deadlines } from './site.ts';

/**
 * met, late: done, in time or not · running, overdue: still owed · silent: the deputy let the time for feedback pass ·
 * unrecorded: the handling went on, and nobody wrote down when this step was taken.
 */
export type Outcome = 'met' | 'late' | 'running' | 'overdue' | 'silent' | 'unrecorded';
export type DeadlineFact = {
  rule: keyof Deadlines;
  round: number;
  /** `units:ID` of the unit that is bound; undefined where it binds the congress's office or the deputy. */
  unit: string | undefined;
  deadline: Deadline;
  doneOn: CivilDate | undefined;
  outcome: Outcome;
  /** The day after the due date, where nothing had come by then. */
  overdueSince: CivilDate | undefined;
};
/** A proposal with its replies and what follows from them on a day. */
export type DeadlineCase = {
  proposal: Proposal;
  replies: readonly Reply[];
  facts: ProposalFacts;
  rules: Deadlines;
  days: WorkingDays;
  today: CivilDate;
};

type Step = { start: CivilDate; doneOn?: CivilDate | undefined; owed: boolean; round?: number; unit?: string | undefined; silent?: boolean };

/** Measures a step against its rule: from `start` (not counted) to the day it was done or, while it is owed, to today. */
export function measured(
  rule: keyof Deadlines,
  { start, doneOn, owed, round = 1, unit, silent = false }: Step,
  { rules, days, today }: DeadlineCase,
): DeadlineFact {
  const limit = deadline(start, rules[rule], days);
  const late = isOverdue(limit.due, doneOn ?? today);
  const missing: Outcome = silent ? 'silent' : owed ? (late ? 'overdue' : 'running') : 'unrecorded';
  const outcome = doneOn ? (late ? 'late' : 'met') : missing;
  return {
    rule,
    round,
    unit,
    deadline: limit,
    doneOn,
    outcome,
    overdueSince: outcome === 'late' || outcome === 'overdue' ? overdueSince(limit.due) : undefined,
  };
}
