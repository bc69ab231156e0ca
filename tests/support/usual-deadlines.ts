import type { Deadlines } from '../../db/domain/site.ts';

/** The deadlines that most places have, with the given source. Tests of other rules change single ones. */
export function usualDeadlines(source: string): Deadlines {
  const of = (count: number, unit: 'days' | 'workingDays' | 'months') => ({ count, unit, source });
  return {
    acknowledge: of(7, 'days'),
    assignBetweenSessions: of(5, 'workingDays'),
    returnAssignment: of(5, 'workingDays'),
    coHandler: of(1, 'months'),
    reply: of(3, 'months'),
    replyExtended: of(6, 'months'),
    feedback: of(15, 'workingDays'),
    secondReply: of(1, 'months'),
    publication: of(20, 'workingDays'),
  };
}
