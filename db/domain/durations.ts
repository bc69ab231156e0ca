/** How long it takes (办理用时): one clock to the first reply of substance, one to completion; days of waiting on others do not count. */
import { assignmentsUntil } from './assignment.ts';
import type { Handled } from './case-result.ts';
import { daysBetween } from './civil-date.ts';
import { promiseStanding } from './promise.ts';
import { known, type CivilDate } from './record-fields.ts';

/** Upper ends of the groups of days, the last one open. */
export const GROUPS = [30, 60, 90, 120, 180, 365] as const;
/** `median`, `p90` and `groups` only where n reaches the minimum. */
export type Durations = { n: number; shown: { median: number; p90: number; groups: { upTo: number | undefined; count: number }[] } | undefined };

/**
 * Days from the first assignment to the first formal reply. Acknowledgements, interim letters and co-handlers' opinions are no
 * replies; the days between a return that was agreed to and the next assignment are the office's, not a unit's. Undefined
 * where there is no reply, or a date is not on record.
 */
export function daysToReply({ proposal, facts }: Handled, today: CivilDate): number | undefined {
  const start = assignmentsUntil(proposal, today)[0]?.on;
  const end = facts.firstReplyOn;
  return start && end && start <= end ? daysBetween(start, end) - lengthOf(returnsOf(proposal, end)) : undefined;
}

/**
 * Days from the first assignment until the handling was closed and every promise in the replies was kept. A promise that is open
 * or was broken means that it is not complete. Waiting for the deputy's feedback does not count, unless a promise was running.
 */
export function daysToCompletion(entry: Handled, today: CivilDate): number | undefined {
  const { proposal, replies } = entry;
  const start = assignmentsUntil(proposal, today)[0]?.on;
  const end = completedOn(entry, today);
  if (!start || !end) return undefined;
  const promised = replies.some(({ promises }) => promises.length > 0);
  return daysBetween(start, end) - lengthOf(returnsOf(proposal, end)) - (promised ? 0 : lengthOf(feedbackWaits(entry, end)));
}

/** The day on which everything was done; undefined while something is owed or was given up. */
export function completedOn({ proposal, replies, facts }: Handled, today: CivilDate): CivilDate | undefined {
  if (facts.state !== 'closed') return undefined;
  const promises = replies.flatMap((reply) => reply.promises);
  const kept = promises.filter((promise) => ['kept', 'keptLate'].includes(promiseStanding(promise, today)));
  if (kept.length < promises.length) return undefined;
  const ends = [
    ...proposal.events.filter(({ kind }) => kind === 'closed'),
    ...kept.flatMap(({ events }) => events.filter(({ kind }) => kind === 'kept')),
  ];
  return ends
    .map(({ on }) => on)
    .filter((on) => on <= today)
    .sort()
    .at(-1);
}

type Interval = { from: CivilDate; to: CivilDate };
const lengthOf = (intervals: readonly Interval[]): number => intervals.reduce((days, { from, to }) => days + Math.max(0, daysBetween(from, to)), 0);
const earlier = (a: CivilDate | undefined, b: CivilDate): CivilDate => (a && a < b ? a : b);

const returnsOf = ({ events }: Handled['proposal'], end: CivilDate): Interval[] =>
  events
    .filter((event) => event.kind === 'returned' && event.accepted && event.on <= end)
    .map(({ on: from }) => ({
      from,
      to: earlier(
        events
          .filter(({ kind, on }) => kind === 'reassigned' && on >= from)
          .map(({ on }) => on)
          .sort()[0],
        end,
      ),
    }));

/** From the last reply of a round to the deputy's word, or to what happened next. */
const feedbackWaits = ({ facts }: Handled, end: CivilDate): Interval[] =>
  facts.history.steps.flatMap(({ on, from, to, reply }, index, steps) => {
    if (!on || !reply || to !== 'replied' || from === 'replied') return [];
    const next = steps.slice(index + 1).find(({ move }) => move === 'rehandling' || move === 'closed')?.on;
    return [{ from: on, to: earlier(reply.feedback?.on, next ?? end) }];
  });

/** n, median (the middle, or the mean of the two in the middle), p90 (nearest rank) and groups; nothing but n under the minimum. */
export function durationsOf(days: readonly number[], minimum: number): Durations {
  const sorted = days.toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n === 0 || n < minimum) return { n, shown: undefined };
  const bounds = [...GROUPS, undefined];
  const groups = bounds.map((upTo, index) => ({
    upTo,
    count: sorted.filter((day) => day > (GROUPS[index - 1] ?? -1) && (upTo === undefined || day <= upTo)).length,
  }));
  return { n, shown: { median: medianOf(sorted), p90: sorted[Math.ceil(n * 0.9) - 1] ?? 0, groups } };
}

/** The middle of a list, or the mean of the two in the middle. Throws on an empty list. */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing to count');
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return (low + high) / 2;
}

/** Proposals on which a unit still owes a reply, and how many days the longest has waited in its running round. */
export function waitingNow(list: readonly Handled[], today: CivilDate): { n: number; oldest: number | undefined } {
  const waiting = list.filter(({ facts }) => facts.state === 'assigned' || facts.state === 'rehandling');
  const days = waiting.flatMap(({ facts }) => facts.rounds.at(-1)?.deadline?.start ?? []).map((start) => daysBetween(start, today));
  return { n: waiting.length, oldest: days.length > 0 ? Math.max(...days) : undefined };
}

/** Leaves out what was assigned, or submitted where it never was, before a cut-off: an old backlog says nothing of work now. */
export const sinceCutOff = <T extends Handled>(list: readonly T[], from: CivilDate | undefined): T[] =>
  list.filter((entry) => !from || (startOf(entry) ?? '') >= from);

const startOf = ({ proposal }: Handled): CivilDate | undefined => assignmentsUntil(proposal, '9999-12-31')[0]?.on ?? known(proposal.submittedOn);
