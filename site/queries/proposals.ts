/** Proposals with their replies and derived facts, and the lists they are found in. */
import { proposalFacts, type ProposalFacts } from '../../db/domain/proposal-facts.ts';
import type { Proposal } from '../../db/domain/proposal.ts';
import { known, splitRef } from '../../db/domain/record-fields.ts';
import { find, groupBy, repliesByProposal } from '../../db/domain/records.ts';
import type { Reply } from '../../db/domain/reply.ts';
import type { Unit } from '../../db/domain/unit.ts';
import { oncePer, type County } from './county.ts';
import { mandates, type MandateFacts } from './mandates.ts';

export type ProposalEntry = {
  proposal: Proposal;
  /** All replies that are dated up to today or undated, interim and co-handlers' included, in order of round and date. */
  replies: Reply[];
  facts: ProposalFacts;
  lead: MandateFacts | undefined;
  /** Units of the assignment in force or, where none is recorded, the units that replied. */
  units: Unit[];
};

/** Every proposal by id, newest submission first; undated ones last, those of the newest session first. */
export const proposals = oncePer((county): Map<string, ProposalEntry> => {
  const replies = repliesByProposal(county.records);
  const list = [...county.records.proposals.values()].filter(({ submittedOn }) => (known(submittedOn) ?? '') <= county.today);
  list.sort(
    (a, b) =>
      (known(b.submittedOn) ?? '').localeCompare(known(a.submittedOn) ?? '') ||
      sessionRank(county, b) - sessionRank(county, a) ||
      a.number.localeCompare(b.number),
  );
  return new Map(list.map((proposal) => [proposal.id, entryOf(county, proposal, replies.get(proposal.id) ?? [])]));
});

/** Later terms and, within them, later sessions rank higher. */
const sessionRank = ({ records }: County, { term, session }: Proposal): number =>
  (find(records, 'terms', term)?.ordinal ?? 0) * 1000 + Number((session && splitRef(session).inner) ?? 999);

function entryOf(county: County, proposal: Proposal, replies: readonly Reply[]): ProposalEntry {
  const { site, days, today, records } = county;
  const facts = proposalFacts(proposal, replies, site.deadlines, days, today);
  const seen = replies.filter(({ repliedOn }) => (known(repliedOn) ?? '') <= today);
  return {
    proposal,
    replies: seen.toSorted((a, b) => a.round - b.round || (known(a.repliedOn) ?? '').localeCompare(known(b.repliedOn) ?? '')),
    facts,
    lead: mandates(county).get(proposal.lead),
    units: facts.units.flatMap((unit) => find(records, 'units', unit) ?? []),
  };
}

const indexBy = (keys: (entry: ProposalEntry) => readonly (string | undefined)[]) =>
  oncePer((county) => {
    const pairs = [...proposals(county).values()].flatMap((entry) => keys(entry).map((key) => ({ entry, key })));
    return new Map([...groupBy(pairs, ({ key }) => key)].map(([key, list]) => [key, list.map(({ entry }) => entry)]));
  });

/** By id of the person who leads or co-signs. */
export const proposalsByLead = indexBy(({ proposal }) => [splitRef(proposal.lead).id]);
export const proposalsByCoSigner = indexBy(({ proposal }) => [...new Set(proposal.coSigners.map((ref) => splitRef(ref).id))]);
/** By unit id, session (`terms:ID/N`), term id, year of submission, state, topic. */
export const proposalsByUnit = indexBy(({ units }) => units.map(({ id }) => id));
export const proposalsBySession = indexBy(({ proposal }) => [proposal.session]);
export const proposalsByState = indexBy(({ facts }) => [facts.state]);
export const proposalsByTopic = indexBy(({ proposal }) => [proposal.topic]);

/** Past their date without a reply, the longest wait first. */
export const overdueProposals = oncePer((county): ProposalEntry[] =>
  [...proposals(county).values()]
    .filter(({ facts }) => facts.flags.includes('overdue'))
    .toSorted((a, b) => (a.facts.due?.due ?? '').localeCompare(b.facts.due?.due ?? '')),
);
