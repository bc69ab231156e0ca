/** Who handles a proposal at a time (承办单位): assignments replace one another, and all of them stay on record. */
import type { Proposal, ProposalEvent } from './proposal.ts';
import type { CivilDate } from './record-fields.ts';

export type Assignment = Extract<ProposalEvent, { kind: 'assigned' | 'reassigned' }>;

/** Assignments up to a day, earliest first. */
export function assignmentsUntil({ events }: Pick<Proposal, 'events'>, day: CivilDate): Assignment[] {
  return events
    .filter((event): event is Assignment => (event.kind === 'assigned' || event.kind === 'reassigned') && event.on <= day)
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

/** Units that answer themselves: alone, as leader, or each for its part. */
export const answeringUnits = ({ to }: Assignment): string[] => to.filter(({ role }) => role !== 'co').map(({ unit }) => unit);

/** Units that only give the leading unit their opinion. */
export const coHandlers = ({ to }: Assignment): string[] => to.filter(({ role }) => role === 'co').map(({ unit }) => unit);
