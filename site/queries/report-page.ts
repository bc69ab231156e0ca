/** What the page of a duty report shows beside its words: figures of the period, and what follows a bad result. */
import { hasEnded } from '../../db/domain/mandate-status.ts';
import { areasOf } from '../../db/domain/constituency.ts';
import { formalReplies } from '../../db/domain/proposal-facts.ts';
import { isKnown, known, splitRef } from '../../db/domain/record-fields.ts';
import { reportFigures, type FiguredProposal, type ReportFigures } from '../../db/domain/report-figures.ts';
import { reportFollowUp, type ReportFollowUp } from '../../db/domain/report-follow-up.ts';
import type { Report } from '../../db/domain/report.ts';
import { groupBy } from '../../db/domain/records.ts';
import { oncePer, type County } from './county.ts';
import { duties, logBegins } from './duties.ts';
import { mandates, type MandateFacts } from './mandates.ts';
import { proposalsByCoSigner, proposalsByLead, type ProposalEntry } from './proposals.ts';

/**
 * `begins`, `proposalsFrom`: the day on which the log, or the records of proposals, begin, where that is within the period.
 * `logged`, `proposed`: they reach the period at all. `reached` of `communities` of the constituency.
 */
export type ReportPageFigures = {
  figures: ReportFigures;
  begins: string | undefined;
  proposalsFrom: string | undefined;
  logged: boolean;
  proposed: boolean;
  reached: number;
  communities: number;
};

export function figuresOf(county: County, report: Report): ReportPageFigures | undefined {
  const own = duties(county).get(report.mandate);
  if (!own) return undefined;
  const { from, to, mandate } = report;
  const person = splitRef(mandate).id;
  const led = (proposalsByLead(county).get(person) ?? []).filter(({ proposal }) => proposal.lead === mandate);
  const coSigned = (proposalsByCoSigner(county).get(person) ?? []).filter(({ proposal }) => proposal.coSigners.includes(mandate));
  const begins = logBegins(county);
  const figures = reportFigures({
    from,
    to,
    term: own.facts.term,
    spans: own.spans,
    parts: own.parts,
    proposals: [...led.map(figured(county, true)), ...coSigned.map(figured(county, false))],
    today: county.today,
    logFrom: begins,
  });
  const first = firstProposalOf(county).get(own.facts.term.id);
  const places = own.facts.constituency ? areasOf(own.facts.constituency).map(({ area }) => area) : [];
  return {
    figures,
    begins: begins !== undefined && begins > from ? begins : undefined,
    proposalsFrom: first !== undefined && first > from ? first : undefined,
    logged: begins !== undefined && begins <= to,
    proposed: first !== undefined && first <= to,
    reached: places.filter((area) => figures.areas.includes(area)).length,
    communities: places.length,
  };
}

/** The first day of a term on which a proposal is on record, by the term's id. */
const firstProposalOf = oncePer(({ records }) => {
  const days = [...records.proposals.values()].flatMap(({ term, submittedOn }) =>
    isKnown(submittedOn) ? [{ term: splitRef(term).id, on: submittedOn }] : [],
  );
  return new Map([...groupBy(days, ({ term }) => term)].map(([term, list]) => [term, list.map(({ on }) => on).toSorted()[0]]));
});

const figured =
  ({ today }: County, led: boolean) =>
  ({ proposal, replies, facts }: ProposalEntry): FiguredProposal => ({
    led,
    state: facts.state,
    submittedOn: known(proposal.submittedOn) ?? '',
    repliedOn: formalReplies(replies, today).flatMap(({ repliedOn }) => known(repliedOn) ?? []),
  });

/** What the congress's rule asks for after the result of this report; undefined where it asks for nothing. */
export function followUpOf(county: County, report: Report, deputy: MandateFacts | undefined): ReportFollowUp | undefined {
  const { days, today } = county;
  const status = mandates(county).get(report.mandate)?.status;
  const endedOn = status && hasEnded(status.status) ? status.since : undefined;
  return reportFollowUp(report, deputy?.congress.reportFollowUp, { days, today, endedOn });
}
