/** All deadlines of a proposal (各环节期限) beside what happened: when each step was due, by which rule, and whether that was kept. */
import { answeringUnits, assignmentsUntil, coHandlers, type Assignment } from './assignment.ts';
import { measured, type DeadlineCase, type DeadlineFact } from './deadline-fact.ts';
import { disclosureLevel } from './disclosure.ts';
import { formalReplies, type ProposalFacts } from './proposal-facts.ts';
import type { Proposal } from './proposal.ts';
import { known, type CivilDate } from './record-fields.ts';
import type { Reply } from './reply.ts';

/** Between sessions the office tells the deputy that the proposal was taken up (受理通知); counted from the day it was submitted. */
export function acknowledgement(input: DeadlineCase): DeadlineFact[] {
  const { proposal, facts, today } = input;
  const start = known(proposal.submittedOn);
  if (proposal.session || !start) return [];
  const doneOn = firstOn(proposal, 'acknowledged', today);
  return [measured('acknowledge', { start, doneOn, owed: isBeforeAssignment(facts) }, input)];
}

/** Between sessions the office assigns (闭会期间交办) within days; what is submitted in a session is assigned at the meeting after it. */
export function assignment(input: DeadlineCase): DeadlineFact[] {
  const { proposal, facts, today } = input;
  const start = known(proposal.submittedOn);
  if (proposal.session || !start) return [];
  return [measured('assignBetweenSessions', { start, doneOn: firstOn(proposal, 'assigned', today), owed: isBeforeAssignment(facts) }, input)];
}

/** A unit that finds itself not competent says so within the window (退办); the open window of a fresh assignment shows too. */
export function returns(input: DeadlineCase): DeadlineFact[] {
  const { proposal, facts, today } = input;
  const asked = proposal.events.flatMap((event) => {
    if (event.kind !== 'returned' || event.on > today) return [];
    const start = assignmentsUntil(proposal, event.on).at(-1)?.on;
    return start ? [measured('returnAssignment', { start, doneOn: event.on, owed: false, unit: event.unit }, input)] : [];
  });
  const last = assignmentsUntil(proposal, today).at(-1);
  if (!last || facts.state !== 'assigned' || proposal.events.some((event) => event.kind === 'returned' && event.on >= last.on && event.on <= today))
    return asked;
  const open = measured('returnAssignment', { start: last.on, owed: true }, input);
  // A window that closed unused is no deadline that anybody missed.
  return open.outcome === 'running' ? [...asked, open] : asked;
}

/** Co-handlers' opinions (会办意见) to the leading unit, in the first handling. */
export function coOpinions(input: DeadlineCase): DeadlineFact[] {
  const { replies, facts, today } = input;
  const { round, assignment: last } = roundsWithAssignment(input)[0] ?? {};
  if (!round || !last) return [];
  return coHandlers(last).map((unit) => {
    const given = replies.filter((reply) => reply.role === 'co' && !reply.interim && reply.round === 1 && reply.unit === unit);
    return measured('coHandler', { start: last.on, doneOn: firstDay(given, today), owed: facts.state === 'assigned', unit }, input);
  });
}

/** Replies (答复) of every answering unit in every round: three months, six where extended, and the second reply (再次答复). */
export function replyDeadlines(input: DeadlineCase): DeadlineFact[] {
  const { facts, replies, today } = input;
  const waits = facts.state === 'assigned' || facts.state === 'rehandling';
  return roundsWithAssignment(input).flatMap(({ round, assignment: inForce }) => {
    const start = round.deadline?.start;
    if (!start) return [];
    return answeringUnits(inForce).map((unit) => {
      const own = formalReplies(replies, today).filter((reply) => reply.round === round.round && reply.unit === unit);
      return measured(
        round.rule,
        { start, doneOn: firstDay(own, today), owed: waits && round === facts.rounds.at(-1), round: round.round, unit },
        input,
      );
    });
  });
}

/** The deputy's feedback (代表反馈) on each formal reply; silence is named, and is never satisfaction. */
export function feedback(input: DeadlineCase): DeadlineFact[] {
  const { facts, today } = input;
  return datedReplies(input).map(({ reply, start }) => {
    const given = reply.feedback && reply.feedback.on <= today ? reply.feedback : undefined;
    const owed = facts.state === 'replied' && reply.round === facts.rounds.length;
    return measured(
      'feedback',
      { start, doneOn: given?.given ? given.on : undefined, silent: given?.given === false, owed, round: reply.round },
      input,
    );
  });
}

/** Publication (公开) of each formal reply; owed until it is done, unless the reply is withheld. */
export function publications(input: DeadlineCase): DeadlineFact[] {
  const { today } = input;
  return datedReplies(input).flatMap(({ reply, start }) => {
    if (disclosureLevel(reply.disclosure) === 'withheld') return [];
    const doneOn = reply.publishedOn && reply.publishedOn <= today ? reply.publishedOn : undefined;
    return [
      measured(
        'publication',
        { start, doneOn, owed: true, round: reply.round, unit: typeof reply.unit === 'string' ? reply.unit : undefined },
        input,
      ),
    ];
  });
}

const KINDS = [acknowledgement, assignment, returns, coOpinions, replyDeadlines, publications, feedback];

/** Every deadline that can be computed, in the order of the work. What is undated has none; what ended without a reply owes nothing more. */
export function deadlinesOf(input: DeadlineCase): DeadlineFact[] {
  const ended = ['notAccepted', 'withdrawn', 'merged', 'passedUp'].includes(input.facts.state);
  return KINDS.flatMap((kind) => kind(input))
    .filter(({ doneOn, outcome }) => !ended || doneOn !== undefined || outcome === 'silent')
    .toSorted((a, b) => a.round - b.round || a.deadline.start.localeCompare(b.deadline.start));
}

const isBeforeAssignment = ({ state }: ProposalFacts): boolean => state === 'submitted' || state === 'registered';

const firstOn = ({ events }: Proposal, kind: Proposal['events'][number]['kind'], today: CivilDate): CivilDate | undefined =>
  events
    .filter((event) => event.kind === kind && event.on <= today)
    .map(({ on }) => on)
    .sort()[0];

const firstDay = (replies: readonly Reply[], today: CivilDate): CivilDate | undefined =>
  replies
    .flatMap(({ repliedOn }) => known(repliedOn) ?? [])
    .filter((on) => on <= today)
    .sort()[0];

const datedReplies = ({ replies, today }: DeadlineCase): { reply: Reply; start: CivilDate }[] =>
  formalReplies(replies, today).flatMap((reply) => {
    const start = known(reply.repliedOn);
    return start ? [{ reply, start }] : [];
  });

/** Each round with the assignment that was in force when it ended, or is now. */
const roundsWithAssignment = ({ proposal, facts, today }: DeadlineCase): { round: ProposalFacts['rounds'][number]; assignment: Assignment }[] =>
  facts.rounds.flatMap((round) => {
    const inForce = assignmentsUntil(proposal, round.answeredOn ?? today).at(-1);
    return inForce ? [{ round, assignment: inForce }] : [];
  });
