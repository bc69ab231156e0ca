import type { Row } from '@libsql/client/web';
import { ASPECTS, type Grades } from '../domain/rating.ts';
import type { Mark } from '../domain/rating-mark.ts';
import type { Database } from '../remote.ts';

/** Every row that the ratings of one report have left, at one moment. */
export type RatingRows = {
  claims: string[];
  /** Claims of codes that were never printed for this report. */
  unknownClaims: number;
  grades: { id: string; grades: Grades }[];
  /** By their hashes, in order. */
  receipts: { hash: string; batch: number | null }[];
  sum: { n: number; mark: Mark } | undefined;
};

/** All rows of the ratings of a report. */
export async function ratingRows(db: Database, reportId: string): Promise<RatingRows> {
  const of = (sql: string) => ({ sql, args: [reportId] });
  const [claims, unknown, grades, receipts, sums] = await db.client.batch(
    [
      of('SELECT code_hash FROM rating_claims WHERE report_id = ?'),
      of(`SELECT count(*) AS n FROM rating_claims c WHERE report_id = ? AND NOT EXISTS (
          SELECT 1 FROM codes JOIN code_set_reports s ON s.set_id = codes.set_id AND s.report_id = c.report_id WHERE codes.hash = c.code_hash)`),
      of(`SELECT id, ${ASPECTS.join(', ')} FROM rating_grades WHERE report_id = ?`),
      of('SELECT hash, batch FROM rating_receipts WHERE report_id = ? ORDER BY hash'),
      of('SELECT n, a, b, c, d FROM rating_sums WHERE name = ?'),
    ],
    'read',
  );
  const sum = sums?.rows[0];
  return {
    claims: (claims?.rows ?? []).map((row) => row.code_hash as string),
    unknownClaims: Number(unknown?.rows[0]?.n ?? 0),
    grades: (grades?.rows ?? []).map((row) => ({ id: row.id as string, grades: gradesOf(row) })),
    receipts: (receipts?.rows ?? []).map((row) => ({ hash: row.hash as string, batch: row.batch === null ? null : Number(row.batch) })),
    sum: sum && { n: Number(sum.n), mark: markOf(sum) },
  };
}

const gradesOf = (row: Row): Grades =>
  Object.fromEntries(ASPECTS.flatMap((aspect) => (row[aspect] === null ? [] : [[aspect, row[aspect]]]))) as Grades;

const markOf = (row: Row): Mark => [Number(row.a), Number(row.b), Number(row.c), Number(row.d)];

/** The sum over the log. */
export async function logSum(db: Database, name: string): Promise<{ n: number; mark: Mark } | undefined> {
  const { rows } = await db.client.execute({ sql: 'SELECT n, a, b, c, d FROM rating_sums WHERE name = ?', args: [name] });
  return rows[0] && { n: Number(rows[0].n), mark: markOf(rows[0]) };
}

/** Every report that any row of ratings names. */
export async function ratedReports(db: Database): Promise<string[]> {
  const tables = ['rating_windows', 'rating_claims', 'rating_grades', 'rating_receipts'].map((table) => `SELECT report_id FROM ${table}`);
  const { rows } = await db.client.execute({ sql: `${tables.join(' UNION ')} UNION SELECT name FROM rating_sums WHERE name <> ':log'`, args: [] });
  return rows.map((row) => row.report_id as string).toSorted();
}
