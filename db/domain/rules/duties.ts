/** Rules for duty reports. */
import { ballotFaults } from '../hall-ballot.ts';
import { RATED_SECTIONS, SECTION_HEADINGS, sectionsOf, type Report } from '../report.ts';
import { find, findMandate } from '../records.ts';
import { fault, isAfter, type Rule, type RuleFault } from './rule.ts';

export const reportRule: Rule<'reports'> = function* (report, { records }) {
  if (report.from > report.to) yield fault(['to'], 'endBeforeStart');
  const held = findMandate(records, report.mandate);
  const term = held && find(records, 'terms', held.mandate.term);
  if (term && (isAfter(term.start, report.reportedOn) || isAfter(report.from, term.end))) yield fault(['reportedOn'], 'outsideTerm');
  if (held && (report.audience === 'voters') !== (held.mandate.constituency !== undefined)) yield fault(['audience'], 'audienceOfMandate');
  for (const { field, code } of report.hallBallot ? ballotFaults(report.hallBallot) : []) yield fault(['hallBallot', field], code);
  if (report.state === 'published') yield* publishedFaults(report);
  else if (report.publishedOn) yield fault(['publishedOn'], 'notYetPublished');
  if (report.followUp && isAfter(report.reportedOn ?? '9999-12-31', report.followUp.on)) yield fault(['followUp', 'on'], 'followUpBeforeReport');
};

function* publishedFaults(report: Report): Generator<RuleFault> {
  if (!report.publishedOn) yield fault(['publishedOn'], 'dateMissing');
  if (isAfter(report.reportedOn, report.publishedOn)) yield fault(['publishedOn'], 'publishedBeforeReported');
  const { sections } = sectionsOf(report.body);
  for (const { section, heading } of sections) if (!section) yield fault(['body'], 'unknownHeading', { heading });
  for (const name of RATED_SECTIONS) {
    const found = sections.filter(({ section }) => section === name);
    if (found.length !== 1 || found[0]?.text === '') yield fault(['body'], 'sectionMissing', { heading: SECTION_HEADINGS[name] });
  }
}
