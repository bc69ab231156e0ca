import type { ResultSet } from '@libsql/client/web';
import { newId } from '../domain/ids.ts';
import { ASPECTS, type Aspect, type GradeCounts, type Grades, type RatingWindow } from '../domain/rating.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, rememberRequest, type RepeatKey, type Statement } from './statement.ts';

/** A rating as it is to be kept. `day` is a civil date: nothing finer is written down. */
export type RatingToKeep = {
  codeHash: string;
  reportId: string;
  grades: Grades;
  comment: string | undefined;
  day: string;
  repeat: RepeatKey | undefined;
};

/** What the database decided. `knownBody` is the body hash kept under the same key, if any. */
export type RatingOutcome = { kept: boolean; window: RatingWindow | undefined; now: string; knownBody: string | undefined };

/**
 * Keeps ratings in one transaction, each decided on its own: the code must be one for the report, its window open by
 * the database's clock, and the claim's primary key free. Wrong, used and foreign codes cost the same statements.
 */
export async function keepRatings(db: Database, ratings: RatingToKeep[]): Promise<RatingOutcome[]> {
  const parts = ratings.map(statementsFor);
  const results = await db.client.batch(parts.flat(), 'write');
  let at = 0;
  return parts.map((part) => {
    const own = results.slice(at, (at += part.length));
    return outcomeOf(own[0], own.at(-1));
  });
}

function statementsFor(rating: RatingToKeep): Statement[] {
  const { codeHash, reportId, grades, comment, day, repeat } = rating;
  const claim: Statement = {
    sql: `INSERT INTO rating_claims (code_hash, report_id)
          SELECT codes.hash, s.report_id FROM codes
          JOIN code_set_reports s ON s.set_id = codes.set_id AND s.report_id = ?
          JOIN rating_windows w ON w.report_id = s.report_id
          WHERE codes.hash = ? AND w.voided_at IS NULL AND w.opens_at <= ${NOW} AND ${NOW} < w.closes_at
          AND NOT EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.key_hash = ? AND k.expires_at > ${NOW})
          ON CONFLICT DO NOTHING`,
    args: [reportId, codeHash, repeat?.keyHash ?? ''],
  };
  const grade: Statement = {
    sql: `INSERT INTO rating_grades (id, report_id, ${ASPECTS.join(', ')}) SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE changes() = 1`,
    args: [newId('grd'), reportId, ...ASPECTS.map((aspect) => grades[aspect] ?? null)],
  };
  const commentIfKept: Statement = {
    sql: `INSERT INTO rating_comments (id, report_id, text, state) SELECT ?, ?, ?, 'waiting' WHERE changes() = 1`,
    args: [newId('cmt'), reportId, comment ?? null],
  };
  const look: Statement = {
    sql: `SELECT w.opens_at, w.closes_at, w.voided_at, w.reason, w.report_id, ${NOW} AS now,
          (SELECT k.body_hash FROM idempotency_keys k WHERE k.key_hash = ? AND k.expires_at > ${NOW}) AS known
          FROM (SELECT 1) LEFT JOIN rating_windows w ON w.report_id = ?`,
    args: [repeat?.keyHash ?? '', reportId],
  };
  return [
    claim,
    grade,
    ...(comment === undefined ? [] : [commentIfKept]),
    auditIfChanged({ at: day, actor: 'public', act: 'rate-report', target: `reports:${reportId}` }),
    ...(repeat ? [rememberRequest(repeat)] : []),
    look,
  ];
}

function outcomeOf(claim: ResultSet | undefined, look: ResultSet | undefined): RatingOutcome {
  const row = look?.rows[0];
  return {
    kept: claim?.rowsAffected === 1,
    window: row?.report_id ? windowOf(row) : undefined,
    now: row?.now as string,
    knownBody: (row?.known as string | null) ?? undefined,
  };
}

const windowOf = (row: ResultSet['rows'][number]): RatingWindow => ({
  reportId: row.report_id as string,
  opensAt: row.opens_at as string,
  closesAt: row.closes_at as string,
  voidedAt: (row.voided_at as string | null) ?? null,
  reason: (row.reason as string | null) ?? null,
});

/** A report's window and how its ratings stand, at one moment of the database's clock. */
export type RatingTally = { window: RatingWindow; now: string; n: number; counts: Partial<Record<Aspect, GradeCounts>> };

/** Tallies of all windows, or of one report's. */
export async function tallyRatings(db: Database, reportId?: string): Promise<RatingTally[]> {
  const only = reportId === undefined ? '' : 'WHERE report_id = ?';
  const args = reportId === undefined ? [] : [reportId];
  const counts = ASPECTS.map((aspect) => `SELECT report_id, '${aspect}' AS aspect, ${aspect} AS grade, count(*) AS n FROM rating_grades ${only} GROUP BY 1, 3`);
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

/** Opens or moves the windows of reports. Times as in RatingWindow; a voided window stays void. */
export const windowStatement = (reportId: string, opensAt: string, closesAt: string): Statement => ({
  sql: `INSERT INTO rating_windows (report_id, opens_at, closes_at) VALUES (?, ?, ?)
        ON CONFLICT (report_id) DO UPDATE SET opens_at = excluded.opens_at, closes_at = excluded.closes_at WHERE voided_at IS NULL`,
  args: [reportId, opensAt, closesAt],
});
