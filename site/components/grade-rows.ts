/** Votes by grade as a table shows them. */
export type GradeRow = { grade: 'satisfied' | 'basicallySatisfied' | 'dissatisfied' | 'unknown'; count: number; share: string | undefined };
type Counts = { satisfied: number; basicallySatisfied: number; dissatisfied: number; unknown?: number | undefined };

/** A share in percent with one decimal. */
export const shareOf = (count: number, n: number): string => `${((count / n) * 100).toFixed(1)}%`;

/** Votes by grade and their share of `n`; no share under the minimum. */
export function gradeRows(counts: Counts, n: number, minimum: number): GradeRow[] {
  const share = (count: number): string | undefined => (n >= minimum ? shareOf(count, n) : undefined);
  const rows = (['satisfied', 'basicallySatisfied', 'dissatisfied'] as const).map((grade) => ({
    grade,
    count: counts[grade],
    share: share(counts[grade]),
  }));
  return counts.unknown === undefined ? rows : [...rows, { grade: 'unknown', count: counts.unknown, share: share(counts.unknown) }];
}
