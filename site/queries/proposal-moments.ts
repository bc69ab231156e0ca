/** The timeline of a proposal: everything that happened on a date or, in old records, at a time that nobody wrote down. */
import type { Deadline } from '../../db/domain/deadline.ts';
import type { Promised } from '../../db/domain/promise.ts';
import type { Proposal, ProposalEvent } from '../../db/domain/proposal.ts';
import { isKnown, known, type CivilDate, type Unknown } from '../../db/domain/record-fields.ts';
import { find, groupBy } from '../../db/domain/records.ts';
import type { Reply } from '../../db/domain/reply.ts';
import { oncePer, type County } from './county.ts';
import { proposals, type ProposalEntry } from './proposals.ts';

type PromiseEvent = Promised['events'][number];
export type Moment = { on: CivilDate | Unknown } & (
  | { kind: 'submitted' }
  | { kind: 'event'; event: ProposalEvent }
  | { kind: 'reply'; reply: Reply }
  | { kind: 'published'; replies: Reply[] }
  | { kind: 'feedback'; feedback: NonNullable<Reply['feedback']>; reply: Reply }
  | { kind: 'upgraded'; upgrade: Reply['upgrades'][number]; reply: Reply }
  | { kind: 'promise'; promise: Promised; event: PromiseEvent }
  | { kind: 'mergedHere'; proposal: Proposal }
  | { kind: 'keySupervision'; by: string }
  | { kind: 'jointReview'; verdict: string }
  | { kind: 'due'; deadline: Deadline; late: boolean }
);

/** Proposals that were merged into another, by its id. */
export const mergedInto = oncePer((county): Map<string, { proposal: Proposal; on: CivilDate }[]> => {
  const merged = new Map<string, { proposal: Proposal; on: CivilDate }[]>();
  for (const { proposal } of proposals(county).values())
    for (const event of proposal.events)
      if (event.kind === 'merged' && event.on <= county.today) {
        const into = find(county.records, 'proposals', event.into)?.id;
        if (into) merged.set(into, [...(merged.get(into) ?? []), { proposal, on: event.on }]);
      }
  return merged;
});

/** Up to today, earliest first, with the running deadline in its place. Undated replies come after all that is dated. */
export function momentsOf(county: County, { proposal, replies, facts }: ProposalEntry): Moment[] {
  const found: Moment[] = [
    { kind: 'submitted', on: proposal.submittedOn },
    ...proposal.events.map((event): Moment => ({ kind: 'event', on: event.on, event })),
    ...replies.flatMap(momentsOfReply),
    ...publications(replies),
    ...(mergedInto(county).get(proposal.id) ?? []).map((merged): Moment => ({ kind: 'mergedHere', ...merged })),
    ...(proposal.keySupervision ? [{ kind: 'keySupervision' as const, ...proposal.keySupervision }] : []),
    ...(proposal.jointReview ? [{ kind: 'jointReview' as const, on: proposal.jointReview.on, verdict: proposal.jointReview.verdict }] : []),
  ];
  const due: Moment[] = facts.due ? [{ kind: 'due', on: facts.due.due, deadline: facts.due, late: facts.flags.includes('overdue') }] : [];
  const past = found.filter(({ on }) => isKnown(on) && on <= county.today);
  const dated = [...past, ...due].toSorted((a, b) => (known(a.on) ?? '').localeCompare(known(b.on) ?? ''));
  const undated = found.filter(({ on }) => !isKnown(on));
  const first = undated.filter(({ kind }) => kind === 'submitted');
  const rest = undated.filter(({ kind }) => kind !== 'submitted');
  return [...first, ...dated, ...rest];
}

const momentsOfReply = (reply: Reply): Moment[] => [
  { kind: 'reply', on: reply.repliedOn, reply },
  ...(reply.feedback ? [{ kind: 'feedback' as const, on: reply.feedback.on, feedback: reply.feedback, reply }] : []),
  ...reply.upgrades.map((upgrade): Moment => ({ kind: 'upgraded', on: upgrade.on, upgrade, reply })),
  ...reply.promises.flatMap((promise) => promise.events.map((event): Moment => ({ kind: 'promise', on: event.on, promise, event }))),
];

/** Replies that were published on one day are one moment. */
const publications = (replies: readonly Reply[]): Moment[] =>
  [...groupBy(replies, ({ publishedOn }) => publishedOn)].map(([on, together]) => ({ kind: 'published', on, replies: together }));
