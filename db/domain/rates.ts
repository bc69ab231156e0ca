/** The rates of handling (办理各率): replied, in time, met the deputy, satisfied, solved, kept; each with what it is counted of. */
import type { CivilDate } from './record-fields.ts';
import { isCounted, isReplied, verdictOf, type Handled } from './case-result.ts';
import { promiseDue, promiseStanding, type Promised } from './promise.ts';
import { isRoundLate } from './rounds.ts';

export const RATES = ['replied', 'onTime', 'contact', 'satisfied', 'satisfiedOrBasic', 'solved', 'fulfilled'] as const;
export type RateName = (typeof RATES)[number];
/** `percent` with one decimal; undefined where n is under the minimum, since a few cases would mislead. */
export type Rate = { count: number; n: number; percent: number | undefined };
export type Rates = Record<RateName, Rate> & {
  /** Points between satisfied and solved, from the two percentages as shown; undefined where one is hidden. */
  gap: number | undefined;
};

/** `count` of `n` in percent, half up, without the errors of binary fractions. Throws where nothing is counted. */
export function percentOf(count: number, n: number, decimals = 1): number {
  if (n <= 0) throw new Error('nothing to count');
  const scale = 10 ** decimals;
  return Math.floor((2 * 100 * scale * count + n) / (2 * n)) / scale;
}

export const rateOf = (count: number, n: number, minimum: number): Rate => ({
  count,
  n,
  percent: n > 0 && n >= minimum ? percentOf(count, n) : undefined,
});

/** Rates over proposals, each counted once, and over the promises that belong to them or to a unit. */
export function ratesOf(list: readonly Handled[], promises: readonly Promised[], { today, minimum }: { today: CivilDate; minimum: number }): Rates {
  const counted = list.filter(isCounted);
  const replied = counted.filter(isReplied);
  // Late or not of the first handling; undefined while it may still be in time, and where a date is missing.
  const due = counted.flatMap(({ facts }) => (facts.rounds[0] ? (isRoundLate(facts.rounds[0], today) ?? []) : []));
  const met = counted.filter(({ proposal }) =>
    proposal.events.some((event) => event.kind === 'consulted' && event.form === 'faceToFace' && event.on <= today),
  );
  const verdicts = counted.flatMap((entry) => verdictOf(entry, today) ?? []);
  const satisfied = verdicts.filter((grade) => grade === 'satisfied').length;
  const basically = verdicts.filter((grade) => grade === 'basicallySatisfied').length;
  const classed = replied.filter(({ facts }) => facts.result);
  const rate = (count: number, n: number): Rate => rateOf(count, n, minimum);
  const rates = {
    replied: rate(replied.length, counted.length),
    onTime: rate(due.filter((late) => !late).length, due.length),
    contact: rate(met.length, counted.length),
    satisfied: rate(satisfied, verdicts.length),
    satisfiedOrBasic: rate(satisfied + basically, verdicts.length),
    solved: rate(classed.filter(({ facts }) => facts.result?.class === 'solved').length, replied.length),
    fulfilled: fulfilledOf(promises, today, minimum),
  };
  return { ...rates, gap: gapOf(rates.satisfied, rates.solved) };
}

/** Kept, in time or late, of those whose day has come, or that were kept or said to be broken before it. */
export function fulfilledOf(promises: readonly Promised[], today: CivilDate, minimum: number): Rate {
  const standings = promises.map((promise) => ({ standing: promiseStanding(promise, today), due: promiseDue(promise, today) }));
  const kept = standings.filter(({ standing }) => standing === 'kept' || standing === 'keptLate');
  const unkept = standings.filter(
    ({ standing, due }) => standing === 'owed' || standing === 'broken' || ((standing === 'open' || standing === 'changed') && due <= today),
  );
  return rateOf(kept.length, kept.length + unkept.length, minimum);
}

/** In points with one decimal, so that a reader who subtracts the two percentages finds the same. */
export const gapOf = (satisfied: Rate, solved: Rate): number | undefined =>
  satisfied.percent === undefined || solved.percent === undefined ? undefined : Math.round((satisfied.percent - solved.percent) * 10) / 10;
