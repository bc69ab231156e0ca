/** The numbers of messages (留言数据): what came in, what was decided, how long it took, what senders say; never a text. */
import { z } from 'zod';
import { addMonths, daysBetween } from './civil-date.ts';
import { medianOf } from './durations.ts';
import { isWaiting, type MessageState } from './message-state.ts';
import { REPLY_ANSWERS, SOLVED_ANSWERS, type SurveyRound } from './message-survey.ts';
import { HIDING_REASONS, type HidingReason } from './public-message.ts';
import { civilDate } from './record-fields.ts';
import { REFUSALS, type Refusal } from './refusal.ts';

const count = z.number().int();
/** Under the minimum only `n`: few letters would tell about single senders. */
const duration = z.object({ n: count, median: z.number().optional(), p90: z.number().optional() });
const survey = <T extends string>(answers: readonly T[]) => z.object({ n: count, answers: z.partialRecord(z.enum(answers), count).optional() });

export const messageNumbersShape = z.object({
  /** Sent within these days, both included: twelve whole months, so the numbers change once a month. */
  from: civilDate,
  to: civilDate,
  received: count,
  accepted: count,
  published: count,
  refused: z.partialRecord(z.enum(REFUSALS), count),
  withdrawn: count,
  expired: count,
  converted: count,
  reopened: count,
  hidden: z.partialRecord(z.enum(HIDING_REASONS), count),
  restored: count,
  hoursToDecision: duration,
  daysToAnswer: duration,
  /** Of all that wait on the day of the snapshot. */
  waiting: count,
  overdue: count,
  reply: survey(REPLY_ANSWERS),
  solved: survey(SOLVED_ANSWERS),
  months: z.array(z.object({ month: z.string(), received: count, answered: count })),
});
export type MessageNumbers = z.infer<typeof messageNumbersShape>;

/** One message as the numbers need it. */
export type MessageRow = {
  submittedOn: string;
  submittedAt: string | null;
  decidedAt: string | null;
  answeredOn: string | null;
  expectedBy: string;
  state: MessageState;
  wasAccepted: boolean;
  wasPublished: boolean;
  wasReopened: boolean;
  refusal: Refusal | null;
};
export type HidingRow = { on: string; reason: HidingReason; restored: boolean };
export type SurveyRow = { submittedOn: string; round: SurveyRound; answer: string };

/** The twelve whole months before the month of a day. */
export function lastTwelveMonths(asOf: string): { from: string; to: string; months: string[] } {
  const first = `${asOf.slice(0, 7)}-01`;
  const months = Array.from({ length: 12 }, (_, place) => addMonths(first, place - 12).slice(0, 7));
  const last = addMonths(first, -1);
  const days = daysBetween(last, first);
  return { from: `${months[0]}-01`, to: `${last.slice(0, 8)}${String(days).padStart(2, '0')}`, months };
}

/** @param minimum messages below which medians and answers are not shown */
export function messageNumbers(
  all: { messages: readonly MessageRow[]; hidings: readonly HidingRow[]; surveys: readonly SurveyRow[] },
  { asOf, minimum }: { asOf: string; minimum: number },
): MessageNumbers {
  const { from, to, months } = lastTwelveMonths(asOf);
  const within = (day: string): boolean => from <= day && day <= to;
  const messages = all.messages.filter(({ submittedOn }) => within(submittedOn));
  const hidings = all.hidings.filter(({ on }) => within(on));
  const surveys = all.surveys.filter(({ submittedOn }) => within(submittedOn));
  const waiting = all.messages.filter(({ state }) => isWaiting(state));
  const many = (test: (message: MessageRow) => boolean): number => messages.filter(test).length;
  const hours = messages.flatMap(({ submittedAt, decidedAt }) =>
    submittedAt === null || decidedAt === null ? [] : [(Date.parse(decidedAt) - Date.parse(submittedAt)) / 3_600_000],
  );
  const days = messages.flatMap(({ submittedOn, answeredOn }) => (answeredOn === null ? [] : [daysBetween(submittedOn, answeredOn)]));
  const said = (round: SurveyRound): string[] => surveys.filter((one) => one.round === round).map(({ answer }) => answer);
  return {
    from,
    to,
    received: messages.length,
    accepted: many(({ wasAccepted }) => wasAccepted),
    published: many(({ wasPublished }) => wasPublished),
    refused: tally(messages.flatMap(({ state, refusal }) => (state === 'refused' && refusal !== null ? [refusal] : []))),
    withdrawn: many(({ state }) => state === 'withdrawn'),
    expired: many(({ state }) => state === 'expired'),
    converted: many(({ state }) => state === 'converted'),
    reopened: many(({ wasReopened }) => wasReopened),
    hidden: tally(hidings.map(({ reason }) => reason)),
    restored: hidings.filter(({ restored }) => restored).length,
    hoursToDecision: durationOf(hours, minimum),
    daysToAnswer: durationOf(days, minimum),
    waiting: waiting.length,
    overdue: waiting.filter(({ expectedBy, answeredOn }) => answeredOn === null && expectedBy < asOf).length,
    reply: shown(said('reply'), minimum),
    solved: shown(said('solved'), minimum),
    months: months.map((month) => {
      const sent = messages.filter(({ submittedOn }) => submittedOn.startsWith(month));
      return { month, received: sent.length, answered: sent.filter(({ answeredOn }) => answeredOn !== null).length };
    }),
  };
}

function tally<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length])) as Partial<Record<T, number>>;
}

function durationOf(values: readonly number[], minimum: number): z.infer<typeof duration> {
  if (values.length < minimum) return { n: values.length };
  const round = (value: number): number => Math.round(value * 10) / 10;
  return { n: values.length, median: round(medianOf(values)), p90: round(values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.9) - 1] ?? 0) };
}

const shown = <T extends string>(answers: readonly T[], minimum: number) =>
  answers.length < minimum ? { n: answers.length } : { n: answers.length, answers: tally(answers) };
