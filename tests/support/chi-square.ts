/** Pearson's chi-square for characters of codes. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Counts which character stands in which place. */
export function placeCounts() {
  const counts: number[][] = [];
  return {
    add(code: string): void {
      for (let place = 0; place < code.length; place++) {
        const of = (counts[place] ??= ALPHABET.split('').map(() => 0));
        const value = ALPHABET.indexOf(code.charAt(place));
        of[value] = (of[value] ?? 0) + 1;
      }
    },
    statistics: () =>
      counts.map((of) => {
        const expected = of.reduce((sum, count) => sum + count, 0) / of.length;
        return { statistic: of.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0), freedom: of.length - 1 };
      }),
  };
}

/** How likely chance alone gives at least this statistic, by Wilson and Hilferty's cube root (good for 31 degrees of freedom). */
export function chiSquareTail(statistic: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  const z = (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
  return 1 - normalBelow(z);
}

// Abramowitz and Stegun 26.2.17, exact to seven digits.
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const series = t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - above : above;
}
