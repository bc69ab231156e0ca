import { ASPECTS, type Aspect, type GradeCounts, type RatingWindow } from '../domain/rating.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { windowOf } from './ratings.ts';

/** A report's window and how its ratings stand, at one moment of the database's clock. */
export type RatingTally = { window: RatingWindow; now: string; n: number; counts: Partial<Record<Aspect, GradeCounts>> };

/** Tallies of all windows, or of one report's. */
export async function tallyRatings(db: Database, reportId?: string): Promise<RatingTally[]> {
  const only = reportId === undefined ? '' : 'WHERE report_id = ?';
  const args = reportId === undefined ? [] : [reportId];
  const counts = ASPECTS.map(
    (aspect) => `SELECT report_id, '${aspect}' AS aspect, ${aspect} AS grade, count(*) AS n FROM rating_grades ${only} GROUP BY 1, 3`,
  );
  const [windows, cells] = await db.client.batch(
    [
      { sql: `SELECT *, ${NOW} AS now FROM rating_windows ${only}`, args },
      { sql: counts.join(' UNION ALL '), args: ASPECTS.flatMap(() => args) },
    ],
    'read',
  );
  return (windows?.rows ?? []).map((row) => {
    const own = (cells?.rows ?? []).filter((cell) => cell.report_id === row.report_id && cell.grade !== null);
    const tally: RatingTally = { window: windowOf(row), now: row.now as string, n: 0, counts: {} };
    for (const cell of own) {
      const of = (tally.counts[cell.aspect as Aspect] ??= { satisfied: 0, basicallySatisfied: 0, dissatisfied: 0, unknown: 0 });
      of[cell.grade as keyof GradeCounts] += Number(cell.n);
      if (cell.aspect === 'overall') tally.n += Number(cell.n);
    }
    return tally;
  });
}
