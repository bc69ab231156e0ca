/** A million codes: no duplicates, and every place as even as chance has it (threat row 7). */
import { newSecret, SECRET_LENGTH } from '../../../db/domain/secret.ts';
import { chiSquareTail, placeCounts } from '../../support/chi-square.ts';
import type { Result } from '../result.ts';

const CODES = 1_000_000;

export function benchGenerator(): Result[] {
  const seen = new Set<string>();
  const counts = placeCounts();
  for (let made = 0; made < CODES; made++) {
    const code = newSecret();
    seen.add(code);
    counts.add(code);
  }
  const tails = counts.statistics().map(({ statistic, freedom }) => chiSquareTail(statistic, freedom));
  // One of 24 places lies beyond a thousandth at either end once in twenty runs; all together once in thousands.
  const least = Math.min(...tails, ...tails.map((tail) => 1 - tail));
  return [
    { name: 'duplicates among 1,000,000 codes', ours: CODES - seen.size, unit: 'codes', goal: { atMost: 0 } },
    {
      name: `chi-square over ${SECRET_LENGTH} places: the least likely tail`,
      ours: least,
      unit: 'p',
      goal: { atLeast: 0.000_04 },
      note: 'a thousandth, shared by all places',
    },
  ];
}
