/** What the records say of the period of a duty report (述职期间的数字); it stands beside the deputy's own words and judges nothing. */
import type { Activity } from './activity.ts';
import { ACTIVITY_TYPES, type ActivityType } from './activity-type.ts';
import { attendanceCounts, sessionAttendance, type AttendanceCounts } from './attendance.ts';
import { contactsOf } from './contact-table.ts';
import { isCounted, isSettled, type DutyPart } from './duty-log.ts';
import type { ProposalState } from './proposal-state.ts';
import type { CivilDate } from './record-fields.ts';
import type { Span } from './service.ts';
import type { Term } from './term.ts';

/** A proposal of the period with where it stands today, and its formal replies. */
export type FiguredProposal = { state: ProposalState; led: boolean; submittedOn: CivilDate; repliedOn: readonly CivilDate[] };
/** How often, and how many people and households, each activity once. */
export type Tally = { times: number; people: number; households: number };

export type ReportFigures = {
  led: number;
  /** Of the proposals led. */
  states: { state: ProposalState; n: number }[];
  coSigned: number;
  /** Formal replies to the proposals led, received in the period. */
  replies: number;
  sessions: AttendanceCounts;
  /** Group activities that the log names the deputy in, and how many of them attended. */
  groups: { present: number; of: number };
  done: Record<ActivityType, Tally>;
  /** Areas that contacts touched, ids. */
  areas: string[];
};

/**
 * Everything from the first to the last day of a period, as far as it is on record by `today`.
 * @param logFrom the first day of the log: of sessions before it nothing is said, since nobody recorded them
 */
export function reportFigures(input: {
  from: CivilDate;
  to: CivilDate;
  term: Term;
  spans: readonly Span[];
  parts: readonly DutyPart[];
  proposals: readonly FiguredProposal[];
  today: CivilDate;
  logFrom: CivilDate | undefined;
}): ReportFigures {
  const { from, to, term, spans, today, logFrom = today } = input;
  const last = to < today ? to : today;
  const inTime = (on: CivilDate): boolean => on >= from && on <= last;
  const parts = input.parts.filter(({ activity }) => inTime(activity.from));
  const own = input.proposals.filter(({ submittedOn }) => inTime(submittedOn));
  const led = own.filter((proposal) => proposal.led);
  const groups = parts.filter((part) => part.activity.type === 'groupActivity' && isSettled(part));
  const counted = parts.filter(isCounted).map(({ activity }) => activity);
  return {
    led: led.length,
    states: [...Map.groupBy(led, ({ state }) => state)].map(([state, list]) => ({ state, n: list.length })),
    coSigned: own.length - led.length,
    replies: input.proposals.filter((proposal) => proposal.led).reduce((sum, { repliedOn }) => sum + repliedOn.filter(inTime).length, 0),
    sessions: attendanceCounts(
      sessionAttendance(term, spans, input.parts, last).filter(({ session: { start } }) => String(start) >= from && String(start) >= logFrom),
    ),
    groups: { present: groups.filter(isCounted).length, of: groups.length },
    done: tallies(counted),
    areas: [...new Set(contactsOf(parts).flatMap(({ areas }) => areas))],
  };
}

function tallies(activities: readonly Activity[]): Record<ActivityType, Tally> {
  const all = Object.fromEntries(ACTIVITY_TYPES.map((type) => [type, { times: 0, people: 0, households: 0 }])) as Record<ActivityType, Tally>;
  for (const { type, people = 0, households = 0 } of activities) {
    all[type].times += 1;
    all[type].people += people;
    all[type].households += households;
  }
  return all;
}
