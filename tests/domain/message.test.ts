import { describe, expect, test } from 'vitest';
import { flagsOf, hidesText, mayMove, MESSAGE_MOVES, MESSAGE_STATES, PUBLIC_STATES, REFUSALS } from '../../db/domain/message.ts';

describe('the course of a message', () => {
  test('every state but the ends leads on, and every state but the first can be reached', () => {
    const reached = new Set(Object.values(MESSAGE_MOVES).flat());
    expect(MESSAGE_STATES.filter((state) => !reached.has(state))).toEqual(['submitted']);
    expect(MESSAGE_STATES.filter((state) => MESSAGE_MOVES[state].length === 0)).toEqual(['withdrawn', 'expired']);
  });

  test.each([
    ['submitted', 'accepted', true],
    ['submitted', 'answered', false],
    ['refused', 'appealed', true],
    ['refused', 'accepted', false],
    ['answered', 'reopened', true],
    ['withdrawn', 'accepted', false],
    ['answered', 'withdrawn', false],
  ] as const)('%s to %s: %s', (from, to, allowed) => expect(mayMove(from, to)).toBe(allowed));

  test('no refused, withdrawn or expired message is public', () => {
    for (const state of ['submitted', 'refused', 'withdrawn', 'expired', 'appealed', 'redirected']) expect(PUBLIC_STATES).not.toContain(state);
  });

  test('three refusals hide the text', () => expect(REFUSALS.filter(hidesText)).toEqual(['personalData', 'abuse', 'illegal']));

  const waiting = { state: 'accepted', hidden: false, answered: false, expectedBy: '2026-12-20' } as const;
  test.each([
    ['2026-12-01', ['silent']],
    ['2026-12-17', ['silent', 'nearTarget']],
    ['2026-12-20', ['silent', 'nearTarget']],
    ['2026-12-21', ['silent', 'overdue']],
  ])('on %s an unanswered message is %j', (today, flags) => expect(flagsOf(waiting, today)).toEqual(flags));
  test('an answered one has no flags', () => expect(flagsOf({ ...waiting, state: 'answered', answered: true }, '2027-01-01')).toEqual([]));
});
