/** Publication of a reply (答复公开): how many working days after the reply, and whether the rule was kept. */
import type { WorkingDays } from './calendar.ts';
import { deadline, isOverdue, workingDaysBetween, type Deadline } from './deadline.ts';
import { known, type CivilDate } from './record-fields.ts';
import type { Reply } from './reply.ts';
import type { Deadlines } from './site.ts';

export type Publication = {
  /** Undefined while it is not published, or not recorded. */
  on: CivilDate | undefined;
  /** Working days from the day after the reply to the day of publication. */
  workingDays: number | undefined;
  due: Deadline;
  late: boolean;
};

/** Undefined where the day of the reply is unknown: nothing can be counted from it. */
export function publicationOf(reply: Reply, rules: Deadlines, days: WorkingDays, today: CivilDate): Publication | undefined {
  const repliedOn = known(reply.repliedOn);
  if (!repliedOn) return undefined;
  const on = reply.publishedOn && reply.publishedOn <= today ? reply.publishedOn : undefined;
  const due = deadline(repliedOn, rules.publication, days);
  return {
    on,
    due,
    workingDays: on === undefined ? undefined : workingDaysBetween(repliedOn, on, days),
    late: on !== undefined && isOverdue(due.due, on),
  };
}
