/** The days on which a mandate was exercised (执行代表职务的时间): not before it began, not while suspended, not after it ended. */
import { addDays, daysBetween } from './civil-date.ts';
import { statusOfMandate } from './mandate-status.ts';
import type { Mandate } from './person.ts';
import { known, type CivilDate } from './record-fields.ts';
import type { Term } from './term.ts';

/** A run of days, both ends counted; `last` is undefined while it runs. */
export type Span = { first: CivilDate; last: CivilDate | undefined };

/** The first day of a mandate: of its term or, after a by-election, of that election; undefined where old records do not say. */
export const startOfService = (mandate: Mandate, term: Term): CivilDate | undefined =>
  mandate.electedBy === 'byElection' ? known(mandate.electedOn) : known(term.start);

/** Runs of days in office up to `today`, earliest first; none where old records do not say when the mandate began. */
export function serviceSpans(mandate: Mandate, term: Term, today: CivilDate): Span[] {
  const start = startOfService(mandate, term);
  if (start === undefined) return [];
  const changes = [start, ...mandate.events.map(({ on }) => on), known(term.end) ?? ''].filter((on) => on >= start && on <= today);
  const spans: Span[] = [];
  for (const on of [...new Set(changes)].toSorted()) {
    const open = spans.at(-1)?.last === undefined ? spans.at(-1) : undefined;
    const serves = statusOfMandate(mandate, term, on).status === 'inOffice';
    if (serves && !open) spans.push({ first: on, last: undefined });
    if (!serves && open) open.last = addDays(on, -1);
  }
  return spans;
}

/** True where a day lies in one of the runs. */
export const servedOn = (spans: readonly Span[], day: CivilDate): boolean =>
  spans.some(({ first, last }) => first <= day && (last === undefined || day <= last));

/** Days of the runs from `from` to `to`, both counted; a run that has no end is taken to last. */
export const daysServed = (spans: readonly Span[], from: CivilDate, to: CivilDate): number =>
  spans.reduce((days, { first, last }) => {
    const begin = first > from ? first : from;
    const end = last !== undefined && last < to ? last : to;
    return days + Math.max(0, daysBetween(begin, end) + 1);
  }, 0);
