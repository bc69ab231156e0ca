/** What the duty log says of a deputy: per mandate what counts, per year the timeline, the calendar, quotas and contacts. */
import { sessionAttendance, type SessionAttendance } from '../../db/domain/attendance.ts';
import { contactsOf, contactTable, type ContactTable } from '../../db/domain/contact-table.ts';
import { deedsOf, dutyParts, proposalsLed, type Deed, type DutyPart } from '../../db/domain/duty-log.ts';
import { quotaProgress, type SetProgress } from '../../db/domain/duty-progress.ts';
import { isQuotaOf } from '../../db/domain/quota.ts';
import { daysServed, serviceSpans, type Span } from '../../db/domain/service.ts';
import type { MessageFacts } from '../../db/domain/snapshot.ts';
import { lentSnapshot } from '../../db/records/lent.ts';
import { oncePer, type County } from './county.ts';
import { mandates, mandatesByPerson, type MandateFacts } from './mandates.ts';

export type MandateDuties = { facts: MandateFacts; spans: Span[]; parts: DutyPart[]; deeds: Deed[] };

/** The log of every mandate by its reference. */
export const duties = oncePer((county): Map<string, MandateDuties> => {
  const { records, today } = county;
  const [parts, led] = [dutyParts(records, today), proposalsLed(records, today)];
  return new Map(
    [...mandates(county).values()].map((facts) => {
      const own = parts.get(facts.ref) ?? [];
      const spans = serviceSpans(facts.mandate, facts.term, today);
      return [facts.ref, { facts, spans, parts: own, deeds: deedsOf(records, own, led.get(facts.ref) ?? []) }];
    }),
  );
});

/** The logs of a person's mandates. */
export const dutiesOf = (county: County, person: string): MandateDuties[] =>
  (mandatesByPerson(county).get(person) ?? []).flatMap(({ ref }) => duties(county).get(ref) ?? []);

/** The first day on which anything is logged; before it nothing was recorded, so nothing is said. */
export const logBegins = oncePer(
  ({ records, today }): string | undefined =>
    [...records.activities.values()]
      .filter(({ state, from }) => state !== 'draft' && from <= today)
      .map(({ from }) => from)
      .toSorted()[0],
);

/** Years of a person that the log covers, newest first: every year in which a mandate was exercised since logging began. */
export function yearsOf(county: County, person: string): number[] {
  const begins = logBegins(county);
  if (begins === undefined) return [];
  const [first, last] = [Number(begins.slice(0, 4)), Number(county.today.slice(0, 4))];
  const all = dutiesOf(county, person);
  return Array.from({ length: last - first + 1 }, (_, index) => last - index).filter((year) =>
    all.some(({ spans, parts }) => servedIn(county, spans, year) || parts.some(({ activity }) => activity.from.startsWith(`${year}-`))),
  );
}

const servedIn = ({ today }: County, spans: readonly Span[], year: number): boolean =>
  daysServed(spans, `${year}-01-01`, `${year}-12-31` < today ? `${year}-12-31` : today) > 0;

/** Where a year of a person's log stands, the newest where none is given; undefined where the log does not reach the person. */
export function dutiesPath(county: County, person: string, year?: number): string | undefined {
  const [newest] = yearsOf(county, person);
  return newest === undefined ? undefined : `/deputies/${person}/duties/${year === undefined || year === newest ? '' : `${year}/`}`;
}

/** A mandate in one year: quotas that bind it, `met` contacts with voters, and where they were, if its constituency has villages. */
export type MandateYear = MandateDuties & { quotas: SetProgress[]; contacts: ContactTable | undefined; met: number };

/** The mandates that a person exercised, or has entries of, in a year. */
export function mandateYears(county: County, person: string, year: number): MandateYear[] {
  const { records, today, site } = county;
  return dutiesOf(county, person)
    .filter(({ spans, parts }) => servedIn(county, spans, year) || parts.some(({ activity }) => activity.from.startsWith(`${year}-`)))
    .map((own) => {
      const { constituency, congress } = own.facts;
      const sets = site.quotaSets.filter((set) => isQuotaOf(set, `congresses:${congress.id}`, site.congress));
      return {
        ...own,
        quotas: sets.flatMap((set) => quotaProgress(set, year, own.spans, own.deeds) ?? []),
        met: contactsOf(own.parts).filter(({ from }) => from.startsWith(`${year}-`)).length,
        contacts: constituency && constituency.areas.length > 0 ? contactTable(records, constituency, own.parts, { year, today }) : undefined,
      };
    });
}

/** Sessions of the mandate's term, as far as it was in office and the log reaches. */
export const attendanceOf = (county: County, { facts, spans, parts }: MandateDuties): SessionAttendance[] =>
  sessionAttendance(facts.term, spans, parts, county.today).filter(({ session }) => String(session.start) >= (logBegins(county) ?? ''));

/** A person's messages when this release was made; undefined where there is no snapshot or nobody wrote. */
export function messagesOf(person: string): { facts: MessageFacts; asOf: string } | undefined {
  const snapshot = lentSnapshot();
  const facts = snapshot?.messages.perDeputy[person];
  return snapshot && facts ? { facts, asOf: snapshot.asOf } : undefined;
}
