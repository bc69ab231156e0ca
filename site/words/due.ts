/** A due date that explains itself: from when, how long, what moved it. */
import type { Deadline } from '../../db/domain/deadline.ts';
import type { MovedDue } from '../../db/domain/moved-due.ts';
import { isRoundLate, type Round } from '../../db/domain/rounds.ts';
import type { Deadlines } from '../../db/domain/site.ts';
import { daysBetween } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';
import type { Words } from './words.ts';

/** 从交办次日起算（2026年2月25日），3 个月，到2026年5月25日。期满遇周末，顺延到… */
export function dueSentences(
  { start, period, nominal, due, skipped, provisional }: Deadline,
  rule: keyof Deadlines,
  words: Words['proposals'],
  moved?: MovedDue,
): string {
  const named = [...new Set(skipped.map(({ holiday }) => holiday ?? words.weekend))];
  const length = words.period(period.count, period.unit);
  return [
    words.dueSentence(words.dueFrom[rule], start, length, nominal),
    due === nominal ? '' : words.dueMoved(named.join('、'), due),
    due === nominal && named.some((name) => name !== words.weekend)
      ? words.dueSkipped(named.filter((name) => name !== words.weekend).join('、'))
      : '',
    provisional ? words.provisional : '',
    moved ? words.dueRecomputed(moved.before, due, moved.on) : '',
  ].join('');
}

/** Whether it was kept, or how many days are left or past. `running`: a reply is still owed. */
export function dueOutcome(round: Round, running: boolean, today: CivilDate, words: Words['proposals']): string | undefined {
  if (!round.deadline) return undefined;
  const { due } = round.deadline;
  const { answeredOn } = round;
  const late = isRoundLate(round, today) === true;
  if (answeredOn) return late ? words.dueMissed(answeredOn, daysBetween(due, answeredOn)) : words.dueMet(answeredOn);
  if (!running) return undefined;
  return late ? words.duePassed(daysBetween(due, today)) : words.dueOpen(daysBetween(today, due));
}
