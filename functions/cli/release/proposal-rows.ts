import { workingDays } from '../../../db/domain/calendar.ts';
import { overdueSince } from '../../../db/domain/deadline.ts';
import { proposalFacts, type ProposalFacts } from '../../../db/domain/proposal-facts.ts';
import { registerOf, type ListedFlag, type ProposalRow } from '../../../db/domain/proposal-list.ts';
import type { Proposal } from '../../../db/domain/proposal.ts';
import { publishedRecords } from '../../../db/domain/published.ts';
import { find, repliesByProposal, type Records } from '../../../db/domain/records.ts';
import { known, splitRef, type CivilDate } from '../../../db/domain/record-fields.ts';
import type { Reply } from '../../../db/domain/reply.ts';
import { isRoundLate } from '../../../db/domain/rounds.ts';

/** What the list of proposals is searched and sorted by, one row a proposal. */
export const proposalRows = (all: Records, today: CivilDate): ProposalRow[] => {
  const records = publishedRecords(all, today);
  const replies = repliesByProposal(records);
  const days = workingDays([...records.calendars.values()]);
  return Array.from(records.proposals.values(), (proposal) => {
    const own = replies.get(proposal.id) ?? [];
    const facts = proposalFacts(proposal, own, records.site.deadlines, days, today);
    const submittedOn = known(proposal.submittedOn) ?? null;
    const lead = find(records, 'people', proposal.lead);
    return {
      id: proposal.id,
      title: proposal.title,
      number: proposal.number,
      session: registerOf(proposal),
      year: Number((submittedOn ?? '0').slice(0, 4)),
      state: facts.state,
      flags: [...facts.flags, ...listedFlags(proposal, own, facts, today)],
      units: facts.units.map((unit) => ({ id: splitRef(unit).id, name: find(records, 'units', unit)?.name ?? '' })),
      topic: proposal.topic ?? '',
      leads: lead ? [{ id: lead.id, name: lead.name }] : [],
      submittedOn,
      repliedOn: facts.firstReplyOn ?? null,
      resultClass: facts.result?.class ?? null,
      waitingSince: waitingSince(facts, submittedOn),
      dueOn: facts.due?.due ?? null,
      overdueSince: facts.due && facts.flags.includes('overdue') ? overdueSince(facts.due.due) : null,
      text: `${proposal.title}\n${proposal.body}`,
    };
  });
};

const WAITING: ReadonlySet<string> = new Set(['submitted', 'registered', 'assigned', 'rehandling']);

const waitingSince = ({ state, due, assignedOn }: ProposalFacts, submittedOn: CivilDate | null): CivilDate | null =>
  WAITING.has(state) ? (due?.start ?? assignedOn ?? submittedOn) : null;

function listedFlags({ keySupervision }: Proposal, replies: readonly Reply[], { rounds }: ProposalFacts, today: CivilDate): ListedFlag[] {
  const flags: ListedFlag[] = [];
  if (keySupervision && keySupervision.on <= today) flags.push('keySupervised');
  if (replies.some(({ repliedOn, promises }) => (known(repliedOn) ?? '') <= today && promises.length > 0)) flags.push('promised');
  if (rounds.some((round) => round.answered && isRoundLate(round, today))) flags.push('repliedLate');
  return flags;
}
