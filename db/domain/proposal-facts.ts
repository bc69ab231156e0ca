/** What can be said of a proposal on a day: state, due date, flags, units; all derived. */
import { isKnown, known, type CivilDate } from './record-fields.ts';
import { daysBetween } from './civil-date.ts';
import type { WorkingDays } from './calendar.ts';
import { isOverdue, type Deadline } from './deadline.ts';
import { historyOf, type History, type ProposalFlag, type ProposalState } from './proposal-state.ts';
import { isPromiseOpen } from './promise.ts';
import type { Proposal, HANDLING_ROLES } from './proposal.ts';
import { resultOf, type Reply } from './reply.ts';
import { RESULT_CLASSES, type ResultClass } from './result-class.ts';
import { roundsOf, type Round } from './rounds.ts';
import type { Deadlines } from './site.ts';

export type Assignee = { unit: string; role: (typeof HANDLING_ROLES)[number] };
export type ProposalFacts = {
  state: ProposalState;
  history: History;
  flags: ProposalFlag[];
  /** Units of the assignment now in force. */
  assignees: Assignee[];
  assignedOn: CivilDate | undefined;
  /** Units of the assignment in force or, where none is recorded, the units that replied; `units:ID`. */
  units: string[];
  rounds: Round[];
  /** The running deadline; undefined where nothing is owed or dates are unknown. */
  due: Deadline | undefined;
  /** Date of the first formal reply, and days from assignment to it. */
  firstReplyOn: CivilDate | undefined;
  replyDays: number | undefined;
  /** Class of the last round with upgrades; of separate replies the least advanced. */
  result: { class: ResultClass; letter?: string | undefined } | undefined;
};

/** Derives all facts. `replies` are those of this proposal in any order. */
export function proposalFacts(proposal: Proposal, replies: readonly Reply[], rules: Deadlines, days: WorkingDays, today: CivilDate): ProposalFacts {
  const history = historyOf(proposal, replies, today);
  const { state } = history;
  const formal = formalReplies(replies, today);
  const assignments = proposal.events.filter((event) => (event.kind === 'assigned' || event.kind === 'reassigned') && event.on <= today);
  const last = assignments.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
  const assignedOn = last?.on;
  const rounds = roundsOf(history, rules, days);
  const due = state === 'assigned' || state === 'rehandling' ? rounds.at(-1)?.deadline : undefined;
  const firstReplyOn = formal
    .map((reply) => known(reply.repliedOn))
    .filter((on) => on !== undefined)
    .sort()[0];
  const firstAssigned = assignments.map(({ on }) => on).sort()[0];
  const assignees = last && 'to' in last && Array.isArray(last.to) ? last.to : [];
  const answering = replies
    .filter(({ repliedOn }) => (known(repliedOn) ?? '') <= today)
    .map(({ unit }) => unit)
    .filter(isKnown);
  return {
    state,
    history,
    flags: flagsOf({ proposal, replies, formal, state, due, today }),
    assignees,
    assignedOn,
    units: [...new Set(assignees.length > 0 ? assignees.map(({ unit }) => unit) : answering)],
    rounds,
    due,
    firstReplyOn,
    replyDays: firstReplyOn && firstAssigned ? daysBetween(firstAssigned, firstReplyOn) : undefined,
    result: leastOf(formal, today),
  };
}

/** Formal replies of answering units, earliest first; undated ones keep their round's place. */
export function formalReplies(replies: readonly Reply[], today: CivilDate): Reply[] {
  return replies
    .filter((reply) => !reply.interim && reply.role !== 'co' && (known(reply.repliedOn) ?? '0000') <= today)
    .toSorted((a, b) => a.round - b.round || (known(a.repliedOn) ?? '').localeCompare(known(b.repliedOn) ?? ''));
}

/** Class of the last round; where units answered separately, the least advanced: what one of them has not solved is not solved. */
function leastOf(formal: readonly Reply[], today: CivilDate): Reply['result'] {
  const last = formal.filter(({ round }) => round === formal.at(-1)?.round).flatMap((reply) => resultOf(reply, today) ?? []);
  return last.toSorted((a, b) => RESULT_CLASSES.indexOf(b.class) - RESULT_CLASSES.indexOf(a.class))[0];
}

const isExtended = (proposal: Proposal, today: CivilDate): boolean => proposal.events.some(({ kind, on }) => kind === 'extended' && on <= today);

function flagsOf(input: {
  proposal: Proposal;
  replies: readonly Reply[];
  formal: readonly Reply[];
  state: ProposalState;
  due: Deadline | undefined;
  today: CivilDate;
}): ProposalFlag[] {
  const { proposal, replies, formal, state, due, today } = input;
  const flags: ProposalFlag[] = [];
  if (due && isOverdue(due.due, today)) flags.push('overdue');
  if (isExtended(proposal, today)) flags.push('extended');
  if (proposal.events.some(({ kind, on }) => kind === 'reassigned' && on <= today)) flags.push('reassigned');
  const latest = formal.at(-1);
  const dated = latest && known(latest.repliedOn) !== undefined;
  if (state === 'replied' && dated && !(latest.feedback && latest.feedback.on <= today)) flags.push('waitingFeedback');
  if (replies.some((reply) => reply.promises.some((promise) => isPromiseOpen(promise, today)))) flags.push('promiseOpen');
  return flags;
}
