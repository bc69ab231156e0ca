import { describe, expect, test } from 'vitest';
import { checkMove, mayMove, MESSAGE_MOVES, MESSAGE_VERBS, MOVERS, verbsFor } from '../../db/domain/message-moves.ts';
import { flagsOf, MESSAGE_STATES, PUBLIC_STATES } from '../../db/domain/message-state.ts';
import { hidesText, REFUSALS } from '../../db/domain/refusal.ts';

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

  test('what the sender, the deputy and the jobs may do, in each state', () => {
    const allowed = (mover: (typeof MOVERS)[number]) => Object.fromEntries(MESSAGE_STATES.map((state) => [state, verbsFor(state, mover).join(' ')]));
    expect(allowed('sender')).toEqual({
      submitted: 'withdraw',
      accepted: 'withdraw',
      refused: 'appeal',
      redirected: 'withdraw',
      forwarded: 'withdraw',
      answered: 'reopen close',
      reopened: 'withdraw',
      appealed: 'withdraw',
      closed: 'reopen',
      withdrawn: '',
      expired: '',
      converted: '',
    });
    expect(Object.entries(allowed('deputy')).filter(([, verbs]) => verbs !== '')).toEqual([
      ['accepted', 'answer'],
      ['forwarded', 'redirect answer'],
      ['answered', 'answer'],
      ['reopened', 'answer'],
      ['converted', 'answer'],
    ]);
    expect(Object.entries(allowed('job')).filter(([, verbs]) => verbs.includes('close'))).toEqual([
      ['answered', 'close'],
      ['converted', 'close'],
    ]);
  });

  test('a clerk does not decide on an appeal, and nobody but the sender appeals or withdraws', () => {
    expect([verbsFor('appealed', 'clerk'), verbsFor('appealed', 'moderator')]).toEqual([[], ['accept', 'refuse', 'redirect']]);
    for (const verb of ['appeal', 'withdraw'] as const)
      for (const mover of MOVERS.filter((one) => one !== 'sender'))
        expect(MESSAGE_STATES.filter((state) => verbsFor(state, mover).includes(verb))).toEqual([]);
  });

  test('every cell of verb, state and mover is either allowed or refused with a reason', () => {
    const given = { refusal: 'unclear', recipient: 'people:a', answer: 'x', proposalId: 'p' };
    for (const verb of MESSAGE_VERBS)
      for (const state of MESSAGE_STATES)
        for (const mover of MOVERS) {
          if (verbsFor(state, mover).includes(verb)) expect(MESSAGE_MOVES[state]).toContain(checkMove(verb, state, mover, given).to);
          else expect(() => checkMove(verb, state, mover, given)).toThrow(/^(messageMovedOn|moveNotAllowed)$/);
        }
  });

  test.each([
    ['refuse', 'submitted', 'refusal'],
    ['redirect', 'accepted', 'recipient'],
    ['answer', 'forwarded', 'answer'],
    ['convert', 'answered', 'proposalId'],
  ] as const)('to %s, something must be given', (verb, state, need) => {
    expect(() => checkMove(verb, state, 'moderator')).toThrow(
      expect.objectContaining({ errors: [{ path: [need], code: 'required', params: undefined }] }),
    );
  });

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
