/** What awaits a deputy in the records (等代表办的事): a small public file per deputy, `/data/tasks/ID.json`. Public facts only. */
import { z } from 'zod';
import { workingDays } from './calendar.ts';
import { addDays } from './civil-date.ts';
import { deadline } from './deadline.ts';
import { formalReplies } from './proposal-facts.ts';
import { isPromiseOpen, promiseDue, promiseStanding, PROMISE_STANDINGS } from './promise.ts';
import { isKnown, known, splitRef, type CivilDate } from './record-fields.ts';
import { find, repliesByProposal, type Records } from './records.ts';

/** Days for which a deputy may still dispute an entry of the duty log here. */
const DISPUTE_DAYS = 90;

/** Days after which nobody is asked for feedback any more; what was silent stays silent. */
const FEEDBACK_DAYS = 365;

const about = { proposal: z.string(), number: z.string(), title: z.string() };

export const tasksShape = z.object({
  schemaVersion: z.literal(1),
  asOf: z.iso.date(),
  /** Replies to the deputy's proposals without feedback; `due` as the place sets it. */
  feedback: z.array(z.object({ reply: z.string(), ...about, unit: z.string(), repliedOn: z.iso.date(), due: z.iso.date() })),
  /** Promises that were due or reported on, and that the deputy has not judged. */
  promises: z.array(
    z.object({ promise: z.string(), ...about, what: z.string(), unit: z.string(), due: z.iso.date(), standing: z.enum(PROMISE_STANDINGS) }),
  ),
  activities: z.array(z.object({ activity: z.string(), title: z.string(), from: z.iso.date(), to: z.iso.date().optional(), disputed: z.boolean() })),
  reports: z.array(z.object({ report: z.string(), title: z.string(), from: z.iso.date(), to: z.iso.date(), plannedOn: z.iso.date().optional() })),
});
export type Tasks = z.infer<typeof tasksShape>;

/** Nothing awaits a deputy whom the release does not know yet. */
export const noTasks = (asOf: CivilDate): Tasks => ({ schemaVersion: 1, asOf, feedback: [], promises: [], activities: [], reports: [] });

/** What awaits each person, by id. `records` are those that are public on the day. */
export function tasksOf(records: Records, today: CivilDate): Map<string, Tasks> {
  const tasks = new Map([...records.people.keys()].map((id) => [id, noTasks(today)]));
  const days = workingDays([...records.calendars.values()]);
  const replies = repliesByProposal(records);
  const unitName = (reference: unknown): string => (typeof reference === 'string' ? (find(records, 'units', reference)?.name ?? '') : '');
  for (const proposal of records.proposals.values()) {
    const own = tasks.get(splitRef(proposal.lead).id);
    const named = { proposal: proposal.id, number: proposal.number, title: proposal.title };
    const given = replies.get(proposal.id) ?? [];
    const formal = formalReplies(given, today);
    for (const reply of formal.filter(({ round }) => round === formal.at(-1)?.round)) {
      const repliedOn = known(reply.repliedOn);
      if (!repliedOn || repliedOn < addDays(today, -FEEDBACK_DAYS) || reply.feedback) continue;
      const { due } = deadline(repliedOn, records.site.deadlines.feedback, days);
      own?.feedback.push({ reply: reply.id, ...named, unit: unitName(reply.unit), repliedOn, due });
    }
    for (const reply of given)
      for (const promise of reply.promises) {
        const due = promiseDue(promise, today);
        if ((isPromiseOpen(promise, today) && due > today) || promise.verdicts?.length) continue;
        const unit = unitName(promise.unit ?? (isKnown(reply.unit) ? reply.unit : undefined));
        own?.promises.push({
          promise: `${reply.id}/${promise.id}`,
          ...named,
          what: promise.what,
          unit,
          due,
          standing: promiseStanding(promise, today),
        });
      }
  }
  for (const { id, title, from, to, state, deputies } of records.activities.values()) {
    if (from < addDays(today, -DISPUTE_DAYS) || state === 'void') continue;
    for (const { mandate, dispute } of deputies)
      tasks
        .get(splitRef(mandate).id)
        ?.activities.push({ activity: id, title, from, ...(to && { to }), disputed: state === 'disputed' || dispute !== undefined });
  }
  for (const { id, title, from, to, state, plannedOn, mandate } of records.reports.values())
    if (state === 'planned' || state === 'drafting')
      tasks.get(splitRef(mandate).id)?.reports.push({ report: id, title, from, to, ...(plannedOn && { plannedOn }) });
  for (const own of tasks.values()) {
    own.feedback.sort((a, b) => a.due.localeCompare(b.due));
    own.promises.sort((a, b) => a.due.localeCompare(b.due));
    own.activities.sort((a, b) => b.from.localeCompare(a.from));
  }
  return tasks;
}
