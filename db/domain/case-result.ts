/** What counts for one proposal, once: its leading unit, the class and the deputy's verdict now in force (一件建议只算一次). */
import { assignmentsUntil } from './assignment.ts';
import { formalReplies, type ProposalFacts } from './proposal-facts.ts';
import type { Proposal } from './proposal.ts';
import type { CivilDate } from './record-fields.ts';
import { isKnown } from './record-fields.ts';
import type { Reply } from './reply.ts';
import { GRADES, type Grade } from './result-class.ts';

/** A proposal with its replies and what follows from them. */
export type Handled = { proposal: Proposal; replies: readonly Reply[]; facts: ProposalFacts };

/**
 * `units:ID` of the unit at which the proposal is counted: the one that handles it alone or leads; of several that answer
 * separately the first named; of old records without an assignment the one that replied first.
 */
export function leadUnit({ proposal, replies }: Handled, today: CivilDate): string | undefined {
  const assigned = assignmentsUntil(proposal, today)
    .at(-1)
    ?.to.find(({ role }) => role !== 'co')?.unit;
  return (
    assigned ??
    formalReplies(replies, today)
      .map(({ unit }) => unit)
      .find(isKnown)
  );
}

/** The deputy's last word on the result; where units answered separately, the least content of that round. Silence is no verdict. */
export function verdictOf({ replies }: Handled, today: CivilDate): Grade | undefined {
  const given = formalReplies(replies, today).flatMap(({ round, feedback }) =>
    feedback?.given && feedback.on <= today ? { round, grade: feedback.result } : [],
  );
  const last = Math.max(...given.map(({ round }) => round));
  const grades = given.filter(({ round }) => round === last).map(({ grade }) => grade);
  return GRADES.findLast((grade) => grades.includes(grade));
}

/** True once every unit that answers has answered, however the handling went on. */
export const isReplied = ({ facts }: Handled): boolean => facts.state === 'replied' || facts.state === 'rehandling' || facts.state === 'closed';

/** True where a unit owes or owed a reply: assigned or answered, and not withdrawn, refused, merged or passed up. */
export const isCounted = (entry: Handled): boolean => entry.facts.state === 'assigned' || isReplied(entry);
