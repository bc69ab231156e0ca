import type { RatingWindow } from '../domain/rating.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { windowOf } from './ratings.ts';

/** A report's window and how many ratings it has, at one moment of the database's clock. */
export type RatingCount = { window: RatingWindow; now: string; n: number };

/** Counts of all windows, or of one report's. */
export async function countRatings(db: Database, reportId?: string): Promise<RatingCount[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT *, ${NOW} AS now, (SELECT count(*) FROM rating_grades g WHERE g.report_id = rating_windows.report_id) AS n
          FROM rating_windows ${reportId === undefined ? '' : 'WHERE report_id = ?'} ORDER BY report_id`,
    args: reportId === undefined ? [] : [reportId],
  });
  return rows.map((row) => ({ window: windowOf(row), now: row.now as string, n: Number(row.n) }));
}
