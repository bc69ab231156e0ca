/** A person's year in the order of time: activities, proposals and reports, and the days of a calendar that they mark. */
import { addDays } from '../../db/domain/civil-date.ts';
import { isCounted, isSettled, type DutyPart } from '../../db/domain/duty-log.ts';
import type { Proposal } from '../../db/domain/proposal.ts';
import { known, type CivilDate } from '../../db/domain/record-fields.ts';
import type { Report } from '../../db/domain/report.ts';
import { reportsByPerson } from './activities.ts';
import type { County } from './county.ts';
import { dutiesOf } from './duties.ts';
import { proposalsByLead } from './proposals.ts';

/** One thing on the timeline. */
export type DutyMoment = { on: CivilDate } & (
  | { kind: 'activity'; part: DutyPart }
  | { kind: 'proposal'; proposal: Proposal }
  | { kind: 'report'; report: Report }
);
/** How a day looks in the calendar: something was done, leave was taken, missed, or what happened is open. */
export type DayMark = 'did' | 'leave' | 'absent' | 'open';

/** Everything in a year, newest first; a proposal or a report that an activity already tells of is not told twice. */
export function dutyMoments(county: County, person: string, year: number): DutyMoment[] {
  const inYear = (on: CivilDate | undefined): on is CivilDate => on !== undefined && on.startsWith(`${year}-`) && on <= county.today;
  const parts = new Map<string, DutyPart>();
  for (const { parts: own } of dutiesOf(county, person)) for (const part of own) if (inYear(part.activity.from)) parts.set(part.activity.id, part);
  const told = new Set(
    [...parts.values()].flatMap(({ activity }) => (activity.type === 'proposal' || activity.type === 'motion' ? activity.proposals : [])),
  );
  const reportDays = new Set([...parts.values()].filter(({ activity }) => activity.type === 'dutyReport').map(({ activity }) => activity.from));
  return [
    ...[...parts.values()].map((part): DutyMoment => ({ kind: 'activity', on: part.activity.from, part })),
    ...(proposalsByLead(county).get(person) ?? []).flatMap(({ proposal }): DutyMoment[] => {
      const on = known(proposal.submittedOn);
      return inYear(on) && !told.has(`proposals:${proposal.id}`) ? [{ kind: 'proposal', on, proposal }] : [];
    }),
    ...(reportsByPerson(county).get(person) ?? []).flatMap((report): DutyMoment[] =>
      inYear(report.reportedOn) && !reportDays.has(report.reportedOn) ? [{ kind: 'report', on: report.reportedOn, report }] : [],
    ),
  ].toSorted((a, b) => b.on.localeCompare(a.on));
}

/** What stands on each day, for the calendar; void entries stand nowhere. */
export function daysOfYear(moments: readonly DutyMoment[], year: number): Map<CivilDate, { mark: DayMark; what: DutyMoment[] }> {
  const days = new Map<CivilDate, { mark: DayMark; what: DutyMoment[] }>();
  for (const moment of moments.toReversed()) {
    if (moment.kind === 'activity' && moment.part.activity.state === 'void') continue;
    const last = moment.kind === 'activity' ? (moment.part.activity.to ?? moment.on) : moment.on;
    for (let day = moment.on; day <= last && day <= `${year}-12-31`; day = addDays(day, 1)) {
      const there = days.get(day);
      const mark = strongest(markOf(moment), there?.mark);
      days.set(day, { mark, what: [...(there?.what ?? []), moment] });
    }
  }
  return days;
}

function markOf(moment: DutyMoment): DayMark {
  if (moment.kind !== 'activity' || isCounted(moment.part)) return 'did';
  if (!isSettled(moment.part)) return 'open';
  return moment.part.attendance === 'leave' ? 'leave' : 'absent';
}

const ORDER: readonly DayMark[] = ['did', 'open', 'absent', 'leave'];
const strongest = (a: DayMark, b: DayMark | undefined): DayMark => (b !== undefined && ORDER.indexOf(b) < ORDER.indexOf(a) ? b : a);
