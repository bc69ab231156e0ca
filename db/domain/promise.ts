/** A promise (承诺) in a government reply: what will be done, by whom, until when; followed to its end. */
import { z } from 'zod';
import { civilDate, innerId, line, mandateRef, ref, type CivilDate } from './record-fields.ts';

export const PROMISE_STATES = ['open', 'kept', 'late', 'broken', 'changed'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** How a deputy finds a promise kept, whatever the unit says: done, partly, not. */
export const PROMISE_VERDICTS = ['done', 'partly', 'notDone'] as const;
export type PromiseVerdict = (typeof PROMISE_VERDICTS)[number];

const promiseEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), on: civilDate, evidence: line(300) }),
  z.strictObject({ kind: z.literal('broken'), on: civilDate, reason: line(300) }),
  z.strictObject({ kind: z.literal('changed'), on: civilDate, reason: line(300), due: civilDate.describe('新的期限') }),
]);

export const promiseShape = z.strictObject({
  id: innerId,
  what: line(300).describe('答应做什么'),
  unit: ref('units').optional().describe('由谁做；不填为答复单位'),
  due: civilDate.describe('期限'),
  evidence: line(300).optional().describe('怎样算做到'),
  events: z.array(promiseEvent).default([]),
  verdicts: z
    .array(z.strictObject({ on: civilDate, by: mandateRef, verdict: z.enum(PROMISE_VERDICTS), comment: line(300).optional() }))
    .optional()
    .describe('代表的评价：做到了、做到一部分、没有做到'),
});
export type Promised = z.infer<typeof promiseShape>;

/** The date now in force: the last change before `today` counts. */
export function promiseDue(promise: Promised, today: CivilDate): CivilDate {
  let due = promise.due;
  for (const event of eventsUntil(promise, today)) if (event.kind === 'changed') due = event.due;
  return due;
}

/**
 * State on a day. `kept` after its due date is `late`; an open promise past its due date is `broken` only when the unit or the
 * congress says so, until then `late`. `changed` holds while the new date lies ahead.
 */
export function promiseState(promise: Promised, today: CivilDate): PromiseState {
  const events = eventsUntil(promise, today);
  const due = promiseDue(promise, today);
  const last = events.at(-1);
  if (last?.kind === 'kept') return last.on > due ? 'late' : 'kept';
  if (last?.kind === 'broken') return 'broken';
  if (today > due) return 'late';
  return last?.kind === 'changed' ? 'changed' : 'open';
}

/** True while something is still owed. */
export function isPromiseOpen(promise: Promised, today: CivilDate): boolean {
  return !eventsUntil(promise, today).some((event) => event.kind === 'kept' || event.kind === 'broken');
}

export const PROMISE_STANDINGS = ['open', 'changed', 'owed', 'kept', 'keptLate', 'broken'] as const;
/** Where a promise stands in the ledger: as its state, but `late` split into what is still owed and what came late. */
export type PromiseStanding = (typeof PROMISE_STANDINGS)[number];

export function promiseStanding(promise: Promised, today: CivilDate): PromiseStanding {
  const state = promiseState(promise, today);
  if (state !== 'late') return state;
  return isPromiseOpen(promise, today) ? 'owed' : 'keptLate';
}

const eventsUntil = (promise: Promised, today: CivilDate) =>
  promise.events.filter((event) => event.on <= today).toSorted((a, b) => a.on.localeCompare(b.on));
