/** Elections as announced: notices, candidates and results, by the constituency that they are about. */
import { isOfElection, type Announcement } from '../../db/domain/announcement.ts';
import type { Constituency } from '../../db/domain/constituency.ts';
import { isKnown, splitRef } from '../../db/domain/record-fields.ts';
import { findMandate, groupBy } from '../../db/domain/records.ts';
import { announcements } from './activities.ts';
import { constituenciesFollowing } from './constituencies.ts';
import { oncePer, type County } from './county.ts';
import { isComing } from './terms.ts';

/** Newest first. Results name their constituencies, or only the mandates that came of them. */
const byConstituency = oncePer((county) =>
  groupPairs(
    announcements(county)
      .filter(isOfElection)
      .flatMap((announcement) => constituenciesOf(county, announcement).map((id) => ({ id, announcement }))),
  ),
);
const groupPairs = (pairs: { id: string; announcement: Announcement }[]): Map<string, Announcement[]> =>
  new Map([...groupBy(pairs, ({ id }) => id)].map(([id, list]) => [id, list.map(({ announcement }) => announcement)]));

function constituenciesOf({ records }: County, { constituencies, mandates }: Announcement): string[] {
  const won = mandates.flatMap((ref) => findMandate(records, ref)?.mandate.constituency ?? []).filter(isKnown);
  return [...new Set([...constituencies, ...won].map((ref) => splitRef(ref).id))];
}

/** What is announced about the elections of a constituency and, while the next term is being elected, of those that follow it. */
export function electionsOf(county: County, constituency: Constituency): Announcement[] {
  const coming = constituenciesFollowing(county, constituency.id).filter((id) => id === constituency.id || isOfComingTerm(county, id));
  return [...new Set(coming.flatMap((id) => byConstituency(county).get(id) ?? []))].toSorted((a, b) => b.date.localeCompare(a.date));
}

function isOfComingTerm({ records, today }: County, id: string): boolean {
  const constituency = records.constituencies.get(id);
  const term = constituency && records.terms.get(splitRef(constituency.term).id);
  return term !== undefined && isComing(term, today);
}

/** The newest candidates to vote for in a constituency, until the day of the election has passed. */
export function candidatesNow(county: County, constituency: Constituency): Announcement | undefined {
  const [newest] = electionsOf(county, constituency).filter(({ candidates }) => candidates.length > 0);
  return newest?.kind === 'candidates' && newest.electionDay !== undefined && newest.electionDay >= county.today ? newest : undefined;
}

/** What was last announced of an election that is still to be voted in; undefined where none is coming. */
export const comingElection = (county: County, constituency: Constituency): (Announcement & { electionDay: string }) | undefined =>
  electionsOf(county, constituency).flatMap((announcement) => {
    const { electionDay } = announcement;
    return electionDay !== undefined && electionDay >= county.today ? [{ ...announcement, electionDay }] : [];
  })[0];

/** Days of election that lie ahead, each with what was last announced of it. */
export const electionsAhead = oncePer((county): (Announcement & { electionDay: string })[] => {
  const ahead = announcements(county).flatMap((announcement) => {
    const { electionDay } = announcement;
    return isOfElection(announcement) && electionDay !== undefined && electionDay >= county.today ? [{ ...announcement, electionDay }] : [];
  });
  return [...groupBy(ahead, ({ congress, electionDay }) => `${congress} ${electionDay}`).values()].flatMap(([newest]) => newest ?? []);
});
