/** Rules for announcements: seats that add up, and elections of the congress that announces them. */
import { isOfElection, type Announcement } from '../announcement.ts';
import { known } from '../record-fields.ts';
import { find, findMandate, type Records } from '../records.ts';
import type { Term } from '../term.ts';
import { fault, type Rule, type RuleFault } from './rule.ts';

/** The constituencies and candidates of an election notice, a list of candidates or a result. */
function* electionFaults({ kind, congress, constituencies, candidates }: Announcement, records: Records): Generator<RuleFault> {
  const isElsewhere = (reference: string): boolean => {
    const constituency = find(records, 'constituencies', reference);
    const term = constituency && find(records, 'terms', constituency.term);
    return term !== undefined && term.congress !== congress;
  };
  for (const [index, reference] of constituencies.entries()) if (isElsewhere(reference)) yield fault(['constituencies', index], 'electionElsewhere');
  if (candidates.length > 0 && (kind === 'electionNotice' || !isOfElection({ kind }))) yield fault(['candidates'], 'candidatesOfKind');
  for (const [index, { constituency }] of candidates.entries())
    if (!constituencies.includes(constituency)) yield fault(['candidates', index, 'constituency'], 'candidateNotListed');
}

/** Seats filled and vacant must make up the quota of the term (Electoral Law 14). */
export const announcementRule: Rule<'announcements'> = function* (announcement, { records }) {
  yield* electionFaults(announcement, records);
  const { seatsFilled, vacancies } = announcement;
  if (seatsFilled === undefined || vacancies === undefined) return;
  const term = termOf(announcement, records);
  if (term?.quota !== undefined && seatsFilled + vacancies + term.reserve !== term.quota)
    yield fault(['vacancies'], 'quotaSum', { seatsFilled, vacancies, quota: term.quota });
};

/** The term that its deputies or constituencies are of: results come before the first session. Else the term that runs on its day. */
function termOf({ mandates, constituencies, congress, date }: Announcement, records: Records): Term | undefined {
  const [mandate] = mandates.flatMap((ref) => findMandate(records, ref)?.mandate ?? []);
  const named = mandate?.term ?? constituencies.flatMap((ref) => find(records, 'constituencies', ref)?.term ?? [])[0];
  const running = [...records.terms.values()].filter((entry) => entry.congress === congress && (known(entry.start) ?? '') <= date);
  return named === undefined ? running.toSorted((a, b) => b.ordinal - a.ordinal)[0] : find(records, 'terms', named);
}
