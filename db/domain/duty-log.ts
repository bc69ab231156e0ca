/** The duty log of a mandate (履职纪实): which activities count for it, and how much each of them counts. */
import type { Activity } from './activity.ts';
import type { ActivityType } from './activity-type.ts';
import type { Proposal } from './proposal.ts';
import type { QuotaUnit } from './quota.ts';
import { known, splitRef, type CivilDate } from './record-fields.ts';
import type { Records } from './records.ts';

export type Attendance = Activity['deputies'][number]['attendance'];
/** An activity as it stands in the log of one mandate; `dispute` is what this deputy says against the own line in it. */
export type DutyPart = { activity: Activity; attendance: Attendance; dispute: string | undefined };
/** One thing done that counts: what, when, and how many in each unit. */
export type Deed = { type: ActivityType; on: CivilDate } & Record<QuotaUnit, number>;

/** What stands in the log of each mandate up to a day, newest first: disputed and void entries too, drafts never. */
export function dutyParts(records: Records, today: CivilDate): Map<string, DutyPart[]> {
  const parts = new Map<string, DutyPart[]>();
  const shown = [...records.activities.values()].filter(({ state, from }) => state !== 'draft' && from <= today);
  for (const activity of shown.toSorted((a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id)))
    for (const { mandate, attendance, dispute } of activity.deputies) {
      const list = parts.get(mandate) ?? [];
      list.push({ activity, attendance, dispute });
      parts.set(mandate, list);
    }
  return parts;
}

/** True where an entry stands undisputed: confirmed by the organizer, and not contested by the deputy. */
export const isSettled = ({ activity, dispute }: DutyPart): boolean => activity.state === 'confirmed' && dispute === undefined;

/** True where an entry counts: it stands undisputed, and the deputy was there. */
export const isCounted = (part: DutyPart): boolean => isSettled(part) && part.attendance === 'present';

/** Proposals by the mandate that leads them; without those that were not accepted or withdrawn, and those of no known date. */
export function proposalsLed(records: Records, today: CivilDate): Map<string, Proposal[]> {
  const stands = ({ submittedOn, events }: Proposal): boolean =>
    (known(submittedOn) ?? '9999') <= today && !events.some(({ kind, on }) => (kind === 'notAccepted' || kind === 'withdrawn') && on <= today);
  return Map.groupBy([...records.proposals.values()].filter(stands), ({ lead }) => lead);
}

/**
 * Everything that counts for a mandate. Proposals and motions are counted from the proposals themselves, each once; an entry in
 * the log adds those that others lead, and counts as one where it names none.
 */
export function deedsOf(records: Records, parts: readonly DutyPart[], led: readonly Proposal[]): Deed[] {
  const counted = parts.filter(isCounted).map(({ activity }) => activity);
  const named = new Map<string, Deed>(led.map((proposal) => [proposal.id, deedOfProposal(proposal)]));
  const others: Deed[] = [];
  for (const activity of counted) {
    const proposals = isSubmission(activity.type) ? activity.proposals.flatMap((ref) => records.proposals.get(splitRef(ref).id) ?? []) : [];
    for (const proposal of proposals)
      if (!named.has(proposal.id)) named.set(proposal.id, { type: activity.type, on: activity.from, times: 1, people: 0, households: 0 });
    if (proposals.length === 0)
      others.push({ type: activity.type, on: activity.from, times: 1, people: activity.people ?? 0, households: activity.households ?? 0 });
  }
  return [...others, ...named.values()];
}

const isSubmission = (type: ActivityType): boolean => type === 'proposal' || type === 'motion';

const deedOfProposal = ({ kind, submittedOn }: Proposal): Deed => ({
  type: kind === 'suggestion' ? 'proposal' : 'motion',
  on: known(submittedOn) ?? '',
  times: 1,
  people: 0,
  households: 0,
});
