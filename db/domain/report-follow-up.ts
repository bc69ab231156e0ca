/** What follows a bad result (测评结果不好的后续): derived from the ballot at the meeting and the congress's own rule. */
import type { WorkingDays } from './calendar.ts';
import type { FollowUpRule } from './congress.ts';
import { deadline, type Deadline } from './deadline.ts';
import type { CivilDate } from './record-fields.ts';
import type { Report } from './report.ts';

export const FOLLOW_UP_STATES = ['due', 'done', 'doneLate', 'overdue', 'ended'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];
export type ReportFollowUp = { rule: FollowUpRule; due: Deadline; state: FollowUpState };

/** True where more than the rule's share of the valid ballots is dissatisfied. Ballots are counted at the meeting only, never with online ratings. */
export const isBadResult = ({ hallBallot: ballot }: Report, { dissatisfiedOver }: FollowUpRule): boolean =>
  ballot !== undefined && ballot.dissatisfied * 100 > dissatisfiedOver * ballot.valid;

/**
 * The follow-up that a report calls for; undefined where its result does not.
 * @param endedOn the day the mandate ended, if it has: what was not due by then is owed by nobody
 */
export function reportFollowUp(
  report: Report,
  rule: FollowUpRule | undefined,
  { days, today, endedOn }: { days: WorkingDays; today: CivilDate; endedOn: CivilDate | undefined },
): ReportFollowUp | undefined {
  if (!rule || report.reportedOn === undefined || !isBadResult(report, rule)) return undefined;
  const due = deadline(report.reportedOn, rule.within, days);
  const on = report.followUp && report.followUp.on <= today ? report.followUp.on : undefined;
  if (on !== undefined) return { rule, due, state: on <= due.due ? 'done' : 'doneLate' };
  if (endedOn !== undefined && endedOn <= due.due) return { rule, due, state: 'ended' };
  return { rule, due, state: today > due.due ? 'overdue' : 'due' };
}
