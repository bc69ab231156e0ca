import { describe, expect, test } from 'vitest';
import { publicResult, stateOfWindow, type RatingWindow } from '../../db/domain/rating.ts';

const window: RatingWindow = {
  reportId: 'r',
  opensAt: '2026-12-01T00:00:00.000Z',
  closesAt: '2026-12-15T00:00:00.000Z',
  voidedAt: null,
  reason: null,
};
const counts = (satisfied: number) => ({ overall: { satisfied, basicallySatisfied: 0, dissatisfied: 0, unknown: 0 } });

describe('a rating window', () => {
  test.each([
    ['2026-11-30T23:59:59.999Z', 'planned'],
    ['2026-12-01T00:00:00.000Z', 'open'],
    ['2026-12-14T23:59:59.999Z', 'open'],
    ['2026-12-15T00:00:00.000Z', 'closed'],
  ])('at %s it is %s: half-open', (now, state) => expect(stateOfWindow(window, now)).toBe(state));

  test('a void window is void at any time', () =>
    expect(stateOfWindow({ ...window, voidedAt: '2026-12-02T00:00:00.000Z' }, '2026-12-20T00:00:00.000Z')).toBe('void'));

  test.each([
    [0, 0],
    [9, 0],
    [10, 10],
    [19, 10],
    [137, 130],
  ])('while open, %i ratings show as %i, and no grade', (n, shown) => {
    expect(publicResult(window, '2026-12-05T00:00:00.000Z', n, counts(n), 10)).toMatchObject({ n: shown, hidden: true });
    expect(publicResult(window, '2026-12-05T00:00:00.000Z', n, counts(n), 10).distribution).toBeUndefined();
  });

  test('after closing, fewer than the minimum show neither n nor grades (threat row 10)', () => {
    const few = publicResult(window, '2027-01-01T00:00:00.000Z', 9, counts(9), 10);
    expect(few).toMatchObject({ state: 'closed', hidden: true });
    expect([few.n, few.distribution]).toEqual([undefined, undefined]);
    expect(publicResult(window, '2027-01-01T00:00:00.000Z', 10, counts(10), 10)).toMatchObject({ n: 10, hidden: false, distribution: counts(10) });
  });

  test('a section that few graded stays hidden beside an overall result that many gave', () => {
    const result = publicResult(
      window,
      '2027-01-01T00:00:00.000Z',
      20,
      { ...counts(20), study: { satisfied: 3, basicallySatisfied: 0, dissatisfied: 0, unknown: 0 } },
      10,
    );
    expect(Object.keys(result.distribution ?? {})).toEqual(['overall']);
  });
});
