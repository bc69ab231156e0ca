/** What happened (动态): every dated thing that followers, feeds and the press page tell, derived from the records. */
import type { WorkingDays } from './calendar.ts';
import { overdueSince } from './deadline.ts';
import { promiseDue, promiseStanding } from './promise.ts';
import { proposalFacts, type ProposalFacts } from './proposal-facts.ts';
import type { Proposal, ProposalEvent } from './proposal.ts';
import { isKnown, known, type CivilDate } from './record-fields.ts';
import { repliesByProposal, type Records } from './records.ts';
import type { Reply } from './reply.ts';
import { isRoundLate } from './rounds.ts';

/** Steps that only the file of a case needs are left out: nobody follows a proposal for a telephone call. */
const TOLD_EVENTS = [
  'registered',
  'assigned',
  'returned',
  'reassigned',
  'extended',
  'supervised',
  'rehandling',
  'closed',
  'notAccepted',
  'withdrawn',
  'merged',
  'passedUp',
] as const satisfies ProposalEvent['kind'][];
type ToldEvent = (typeof TOLD_EVENTS)[number];

export const PROPOSAL_NEWS = [
  'submitted',
  ...TOLD_EVENTS,
  'keySupervision',
  'jointReview',
  'overdue',
  'reply',
  'replyLate',
  'interim',
  'feedback',
  'upgraded',
  'promiseKept',
  'promiseKeptLate',
  'promiseBroken',
  'promiseChanged',
  'promiseOverdue',
] as const;
export const OTHER_NEWS = ['announcement', 'decision', 'report'] as const;
export type NewsKind = (typeof PROPOSAL_NEWS)[number] | (typeof OTHER_NEWS)[number];

/**
 * One thing that happened. `id` is the same for ever, so that nobody is told twice; `ref` is the record that it is about.
 * `units` did it or owe it; `what` is the promise, the reason or the class that it is about, as far as the record says it.
 */
export type News = { id: string; on: CivilDate; kind: NewsKind; ref: string; title: string; units: string[]; what: string | undefined };

/** Everything up to `today`, newest first; things of one day in the order of their ids. */
export function newsOf(records: Records, days: WorkingDays, today: CivilDate): News[] {
  const replies = repliesByProposal(records);
  const all = [...records.proposals.values()].flatMap((proposal) => newsOfProposal(records, proposal, replies.get(proposal.id) ?? [], days, today));
  for (const { id, date: on, title } of records.announcements.values()) all.push(other('announcement', `announcements:${id}`, on, title));
  for (const { id, date: on, title } of records.decisions.values()) all.push(other('decision', `decisions:${id}`, on, title));
  for (const { id, state, publishedOn: on, title } of records.reports.values())
    if (state === 'published' && on) all.push(other('report', `reports:${id}`, on, title));
  return all.filter(({ on }) => on <= today).sort((a, b) => b.on.localeCompare(a.on) || (a.id < b.id ? -1 : 1));
}

const other = (kind: NewsKind, ref: string, on: CivilDate, title: string): News => ({
  id: `${ref}/${kind}`,
  on,
  kind,
  ref,
  title,
  units: [],
  what: undefined,
});

function newsOfProposal(records: Records, proposal: Proposal, replies: readonly Reply[], days: WorkingDays, today: CivilDate): News[] {
  const facts = proposalFacts(proposal, replies, records.site.deadlines, days, today);
  const ref = `proposals:${proposal.id}`;
  const say = (kind: NewsKind, on: CivilDate | undefined, { of = '', units = [] as string[], what = undefined as string | undefined } = {}): News[] =>
    on === undefined ? [] : [{ id: `${ref}/${kind}${of && `/${of}`}`, on, kind, ref, title: proposal.title, units, what }];
  const { keySupervision, jointReview } = proposal;
  return [
    ...say('submitted', known(proposal.submittedOn)),
    ...proposal.events.flatMap((event) => (isTold(event) ? say(event.kind, event.on, { of: event.on, ...partsOf(event) }) : [])),
    ...say('keySupervision', keySupervision?.on, { what: keySupervision?.by }),
    ...say('jointReview', jointReview?.on, { what: jointReview?.verdict }),
    ...overdueRounds(facts, today).flatMap(({ round, on }) => say('overdue', on, { of: String(round), units: facts.units })),
    ...replies.flatMap((reply) => newsOfReply(reply, facts, today, say)),
  ];
}

type Say = (kind: NewsKind, on: CivilDate | undefined, parts?: { of?: string; units?: string[]; what?: string | undefined }) => News[];

function newsOfReply(reply: Reply, { rounds }: ProposalFacts, today: CivilDate, say: Say): News[] {
  const on = known(reply.repliedOn);
  // A helper's opinion goes to the leading unit; it is that unit's reply that answers.
  if (reply.role === 'co') return [];
  const units = isKnown(reply.unit) ? [reply.unit] : [];
  const limit = rounds.find(({ round }) => round === reply.round)?.deadline;
  const kind = reply.interim ? 'interim' : on && limit && on > limit.due ? 'replyLate' : 'reply';
  return [
    ...say(kind, on, { of: reply.id, units, what: reply.result?.class }),
    ...(reply.feedback?.given ? say('feedback', reply.feedback.on, { of: reply.id, what: reply.feedback.result }) : []),
    ...reply.upgrades.flatMap((upgrade) => say('upgraded', upgrade.on, { of: `${reply.id}/${upgrade.on}`, units, what: upgrade.class })),
    ...reply.promises.flatMap((promise) => {
      const bound = promise.unit ? [promise.unit] : units;
      const told = promise.events.flatMap((event) => {
        const parts = { of: `${reply.id}/${promise.id}/${event.on}`, units: bound, what: promise.what };
        if (event.kind === 'broken') return say('promiseBroken', event.on, parts);
        if (event.kind === 'changed') return say('promiseChanged', event.on, parts);
        return say(event.on > promiseDue(promise, event.on) ? 'promiseKeptLate' : 'promiseKept', event.on, parts);
      });
      const due = promiseDue(promise, today);
      const owed = promiseStanding(promise, today) === 'owed';
      return [
        ...told,
        ...(owed ? say('promiseOverdue', overdueSince(due), { of: `${reply.id}/${promise.id}/${due}`, units: bound, what: promise.what }) : []),
      ];
    }),
  ];
}

/** Rounds whose date passed without a reply, also where one came later. */
const overdueRounds = ({ rounds }: ProposalFacts, today: CivilDate): { round: number; on: CivilDate }[] =>
  rounds.flatMap((round) => (round.deadline && isRoundLate(round, today) ? [{ round: round.round, on: overdueSince(round.deadline.due) }] : []));

const isTold = (event: ProposalEvent): event is Extract<ProposalEvent, { kind: ToldEvent }> => TOLD_EVENTS.some((kind) => kind === event.kind);

function partsOf(event: Extract<ProposalEvent, { kind: ToldEvent }>): { units?: string[]; what?: string | undefined } {
  switch (event.kind) {
    case 'assigned':
    case 'reassigned':
      return { units: event.to.map(({ unit }) => unit) };
    case 'returned':
      return { units: [event.unit], what: event.reason };
    case 'extended':
    case 'rehandling':
      return { what: event.reason };
    case 'supervised':
      return { what: event.what };
    case 'passedUp':
      return { what: event.to };
    default:
      return {};
  }
}
