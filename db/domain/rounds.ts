/** Rounds of handling (办理轮次): from assignment or re-handling to the reply, each with its own deadline (办理期限). */
import type { WorkingDays } from './calendar.ts';
import { deadline, isOverdue, type Deadline } from './deadline.ts';
import type { ProposalEvent } from './proposal.ts';
import type { History } from './proposal-state.ts';
import { known, type CivilDate } from './record-fields.ts';
import type { Reply } from './reply.ts';
import type { Deadlines } from './site.ts';

export type Extension = Extract<ProposalEvent, { kind: 'extended' }>;
export type Round = {
  /** 1 for the first handling, 2 after the first re-handling. */
  round: number;
  rule: 'reply' | 'replyExtended' | 'secondReply';
  /** Undefined where the day of assignment is not on record. */
  deadline: Deadline | undefined;
  extension: Extension | undefined;
  /** The day on which all units that answer had answered; undefined while they have not, and where it is not dated. */
  answeredOn: CivilDate | undefined;
  answered: boolean;
};

/**
 * The rounds so far, the running one last; none before assignment. A reply is due within 3 months of assignment, 6 if
 * extended, both from the last assignment (Deputies Law 51); re-handling by local rule, from its own day.
 */
export function roundsOf({ steps }: History, rules: Deadlines, days: WorkingDays): Round[] {
  const rounds: Round[] = [];
  let start: CivilDate | undefined;
  for (const { move, on, event, from, to } of steps) {
    const last = rounds.at(-1);
    if (move === 'assigned' || move === 'rehandling' || (move === 'reassigned' && from !== 'rehandling')) {
      start = on;
      if (move !== 'reassigned' || !last) rounds.push(newRound(rounds.length + 1, move === 'rehandling'));
    }
    const round = rounds.at(-1);
    if (!round) continue;
    if (event?.kind === 'extended' && round.rule === 'reply') Object.assign(round, { rule: 'replyExtended', extension: event });
    if (start) round.deadline = deadline(start, rules[round.rule], days);
    if (move === 'replied' && to === 'replied' && !round.answered) Object.assign(round, { answered: true, answeredOn: on });
  }
  return rounds;
}

const newRound = (round: number, again: boolean): Round => ({
  round,
  rule: again ? 'secondReply' : 'reply',
  deadline: undefined,
  extension: undefined,
  answeredOn: undefined,
  answered: false,
});

/** Whether a round was or is late; undefined where a date is missing, and while it may still be in time. */
export function isRoundLate({ deadline: limit, answered, answeredOn }: Round, today: CivilDate): boolean | undefined {
  if (!limit || (answered && !answeredOn)) return undefined;
  if (answeredOn) return isOverdue(limit.due, answeredOn);
  return isOverdue(limit.due, today) ? true : undefined;
}

/** Whether a unit's own formal reply came in time; undefined where it cannot be said. */
export function isReplyInTime(reply: Reply, rounds: readonly Round[]): boolean | undefined {
  const on = known(reply.repliedOn);
  const limit = rounds.find(({ round }) => round === reply.round)?.deadline;
  return on && limit ? !isOverdue(limit.due, on) : undefined;
}
