import { workingDays } from '../../../db/domain/calendar.ts';
import { proposalFacts } from '../../../db/domain/proposal-facts.ts';
import { registerOf, type ProposalRow } from '../../../db/domain/proposal-list.ts';
import { publishedRecords } from '../../../db/domain/published.ts';
import { find, repliesByProposal, type Records } from '../../../db/domain/records.ts';
import { known, splitRef, type CivilDate } from '../../../db/domain/record-fields.ts';

/** What the list of proposals is searched and sorted by, one row a proposal. */
export const proposalRows = (all: Records, today: CivilDate): ProposalRow[] => {
  const records = publishedRecords(all, today);
  const replies = repliesByProposal(records);
  const days = workingDays([...records.calendars.values()]);
  return Array.from(records.proposals.values(), (proposal) => {
    const facts = proposalFacts(proposal, replies.get(proposal.id) ?? [], records.site.deadlines, days, today);
    const submittedOn = known(proposal.submittedOn) ?? null;
    const lead = find(records, 'people', proposal.lead);
    return {
      id: proposal.id,
      title: proposal.title,
      number: proposal.number,
      session: registerOf(proposal),
      year: Number((submittedOn ?? '0').slice(0, 4)),
      state: facts.state,
      flags: facts.flags,
      units: facts.units.map((unit) => ({ id: splitRef(unit).id, name: find(records, 'units', unit)?.name ?? '' })),
      topic: proposal.topic ?? '',
      leads: lead ? [{ id: lead.id, name: lead.name }] : [],
      submittedOn,
      repliedOn: facts.firstReplyOn ?? null,
      resultClass: facts.result?.class ?? null,
      text: `${proposal.title}\n${proposal.body}`,
    };
  });
};
