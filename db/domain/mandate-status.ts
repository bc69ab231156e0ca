/** The status of a mandate (代表身份状态), derived from its dated events, never typed. */
import { known, type CivilDate } from './record-fields.ts';
import type { Mandate, MandateEvent } from './person.ts';
import type { Term } from './term.ts';

export const MANDATE_STATUSES = ['elected', 'inOffice', 'suspended', 'resigned', 'recalled', 'terminated', 'deceased', 'termEnded'] as const;
export type MandateStatus = (typeof MANDATE_STATUSES)[number];

/** The event that decides the status; `since` is undefined where old records do not say. */
export type StatusOfMandate = { status: MandateStatus; since: CivilDate | undefined; event: MandateEvent | undefined };

const AFTER: Record<MandateEvent['kind'], MandateStatus> = {
  confirmed: 'inOffice',
  suspended: 'suspended',
  restored: 'inOffice',
  resigned: 'resigned',
  recalled: 'recalled',
  terminated: 'terminated',
  deceased: 'deceased',
};

const ENDED: ReadonlySet<MandateStatus> = new Set(['resigned', 'recalled', 'terminated', 'deceased', 'termEnded']);

/**
 * Status on a day. Without a `confirmed` event a mandate counts as in office from the first session of its term or,
 * after a by-election, from the day of election (Electoral Law 47, 57; Deputies Law 61-63).
 */
export function statusOfMandate(mandate: Mandate, term: Term, today: CivilDate): StatusOfMandate {
  let current: StatusOfMandate = opening(mandate, term, today);
  for (const event of mandate.events.toSorted((a, b) => a.on.localeCompare(b.on))) {
    if (event.on > today) break;
    current = { status: AFTER[event.kind], since: event.on, event };
  }
  if (hasTermEnded(term, today) && !ENDED.has(current.status)) return { status: 'termEnded', since: known(term.end), event: undefined };
  return current;
}

/** True where the next congress has met; an end that old records do not date has passed all the same. */
export const hasTermEnded = (term: Term, today: CivilDate): boolean => term.end !== undefined && (known(term.end) ?? '') <= today;

function opening(mandate: Mandate, term: Term, today: CivilDate): StatusOfMandate {
  const elected = known(mandate.electedOn);
  const starts = mandate.electedBy === 'byElection' ? elected : known(term.start);
  if (starts !== undefined && starts > today) return { status: 'elected', since: elected, event: undefined };
  return { status: 'inOffice', since: starts, event: undefined };
}

/** True where the mandate has ended, for whatever reason. */
export const hasEnded = (status: MandateStatus): boolean => ENDED.has(status);

/** True where the seat is filled: suspended deputies still count as in office. */
export const holdsSeat = (status: MandateStatus): boolean => !ENDED.has(status);
