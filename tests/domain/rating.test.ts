import { describe, expect, test } from 'vitest';
import { publicCounts, publicResult, stateOfWindow, type RatingWindow } from '../../db/domain/rating.ts';

const window: RatingWindow = {
  reportId: 'r',
  opensAt: '2026-12-01T00:00:00.000Z',
  closesAt: '2026-12-15T00:00:00.000Z',
  voidedAt: null,
  reason: null,
  frozen: false,
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

  test('once frozen it stays closed, whatever the clock says (threat row 69)', () =>
    expect(stateOfWindow({ ...window, frozen: true }, '2026-12-02T00:00:00.000Z')).toBe('closed'));

  test.each([
    [0, 0],
    [9, 0],
    [10, 10],
    [19, 10],
    [137, 130],
  ])('while open, %i ratings show as %i, and no grade', (n, shown) => {
    const result = publicResult(window, '2026-12-05T00:00:00.000Z', n, 10, { minimum: 10, ...publicCounts(n, counts(n), 10) });
    expect(result).toMatchObject({ n: shown, hidden: true });
    expect(result.distribution).toBeUndefined();
  });

  test('after closing, nothing is shown before the result is frozen', () =>
    expect(publicResult(window, '2027-01-01T00:00:00.000Z', 20, 10)).toEqual({
      state: 'closed',
      opensAt: window.opensAt,
      closesAt: window.closesAt,
      minimum: 10,
      hidden: true,
    }));

  test('after closing, fewer than the minimum show neither n nor grades (threat row 10)', () => {
    expect(publicCounts(9, counts(9), 10)).toEqual({ hidden: true });
    expect(publicCounts(10, counts(10), 10)).toEqual({ hidden: false, n: 10, distribution: counts(10) });
    const frozen = { minimum: 10, ...publicCounts(10, counts(10), 10) };
    // The number that held when the window closed, not today's.
    expect(publicResult(window, '2027-01-01T00:00:00.000Z', 12, 5, frozen)).toMatchObject({ n: 10, minimum: 10, distribution: counts(10) });
  });

  test('a section that few graded stays hidden beside an overall result that many gave', () => {
    const few = { study: { satisfied: 3, basicallySatisfied: 0, dissatisfied: 0, unknown: 0 } };
    expect(Object.keys(publicCounts(20, { ...counts(20), ...few }, 10).distribution ?? {})).toEqual(['overall']);
  });
});
