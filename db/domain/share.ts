/** Shares (占比): never without their n, and hidden where so few cases are counted that a percentage would mislead. */
export type Share = { count: number; n: number; /** Whole percent; undefined where n is under the site's minimum. */ percent: number | undefined };

/** `count` of `n`, with a percentage from `minimum` cases on. */
export const shareOf = (count: number, n: number, minimum: number): Share => ({
  count,
  n,
  percent: n >= minimum ? Math.round((count / n) * 100) : undefined,
});
