import type { InValue, ResultSet } from '@libsql/client/web';
import { newId } from '../domain/ids.ts';
import { ASPECTS, type Grades, type RatingWindow } from '../domain/rating.ts';
import type { Mark } from '../domain/rating-mark.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { addToSum } from './rating-log.ts';
import { auditIfChanged, rememberRequest, type RepeatKey, type Statement } from './statement.ts';

/**
 * A rating as it is to be kept. `id` is the random one of its grades, `receipt` the hash of the voter's receipt, `mark`
 * the sum of the marks of its three rows. `day` is a civil date: nothing finer is written down.
 */
export type RatingToKeep = {
  codeHash: string;
  reportId: string;
  id: string;
  receipt: string;
  mark: Mark;
  grades: Grades;
  comment: string | undefined;
  day: string;
  repeat: RepeatKey | undefined;
};

/** What the database decided; for a refusal also why it may be: the window, and the body hash kept under the same key. */
export type RatingOutcome = { kept: true } | { kept: false; window: RatingWindow | undefined; now: string; knownBody: string | undefined };

/**
 * Keeps one rating in one round trip: the code must be one for the report, its window open by the database's clock, and
 * the claim's primary key free. Wrong, used and foreign codes cost the same statements.
 */
export async function keepRating(db: Database, rating: RatingToKeep): Promise<RatingOutcome> {
  const { reportId, receipt, mark, comment, repeat } = rating;
  const [claim] = await db.client.batch(
    [
      claimStatement([rating]),
      { sql: `${INSERT_GRADES} SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE changes() = 1`, args: gradeValues(rating) },
      ...(comment === undefined
        ? []
        : [{ sql: `${INSERT_COMMENTS} SELECT ?, ?, ?, 'waiting' WHERE changes() = 1`, args: [newId('cmt'), reportId, comment] }]),
      auditIfChanged(auditOf(rating)),
      { sql: `${INSERT_RECEIPTS} SELECT ?, ? WHERE changes() = 1 ON CONFLICT DO NOTHING`, args: [reportId, receipt] },
      addToSum(reportId, 1, mark, 'changes() = 1'),
      ...(repeat ? [rememberRequest(repeat)] : []),
    ],
    'write',
  );
  if (claim?.rows.length === 1) return { kept: true };
  return (await explainRefusals(db, [rating]))[0] as RatingOutcome;
}

/**
 * Claims codes for reports, all that may be claimed; answers with those that were. Each is decided on its own by the
 * primary key, the window and the repeat key.
 */
export const claimStatement = (ratings: RatingToKeep[]): Statement => ({
  sql: `INSERT INTO rating_claims (code_hash, report_id)
        SELECT codes.hash, s.report_id FROM json_each(?) asked
        JOIN codes ON codes.hash = asked.value ->> 0
        JOIN code_set_reports s ON s.set_id = codes.set_id AND s.report_id = asked.value ->> 1
        JOIN rating_windows w ON w.report_id = s.report_id
        JOIN code_sets t ON t.id = s.set_id AND t.voided_on IS NULL
        WHERE w.voided_at IS NULL AND w.frozen = 0 AND w.opens_at <= ${NOW} AND ${NOW} < w.closes_at
        AND NOT EXISTS (SELECT 1 FROM idempotency_keys k WHERE k.key_hash = asked.value ->> 2 AND k.expires_at > ${NOW})
        ON CONFLICT DO NOTHING RETURNING code_hash, report_id`,
  args: [JSON.stringify(ratings.map(({ codeHash, reportId, repeat }) => [codeHash, reportId, repeat?.keyHash ?? '']))],
});

export const INSERT_GRADES = `INSERT INTO rating_grades (id, report_id, ${ASPECTS.join(', ')})`;
export const INSERT_RECEIPTS = 'INSERT INTO rating_receipts (report_id, hash)';
export const INSERT_COMMENTS = 'INSERT INTO rating_comments (id, report_id, text, state)';

/** The values of a row of grades. */
export const gradeValues = ({ id, reportId, grades }: Pick<RatingToKeep, 'id' | 'reportId' | 'grades'>): InValue[] => [
  id,
  reportId,
  ...ASPECTS.map((aspect) => grades[aspect] ?? null),
];

/** A rating's audit row: its day and its report, nothing of code or grades. */
export const auditOf = ({ day, reportId }: RatingToKeep) => ({ at: day, actor: 'public', act: 'rate-report', target: `reports:${reportId}` });

/** Why ratings were refused, looked up after the decision. */
export async function explainRefusals(db: Database, refused: RatingToKeep[]): Promise<RatingOutcome[]> {
  return (await db.client.batch(refused.map(reasonStatement), 'read')).map(reasonOf);
}

const reasonStatement = ({ reportId, repeat }: RatingToKeep): Statement => ({
  sql: `SELECT w.opens_at, w.closes_at, w.voided_at, w.reason, w.frozen, w.report_id, ${NOW} AS now,
        (SELECT k.body_hash FROM idempotency_keys k WHERE k.key_hash = ? AND k.expires_at > ${NOW}) AS known
        FROM (SELECT 1) LEFT JOIN rating_windows w ON w.report_id = ?`,
  args: [repeat?.keyHash ?? '', reportId],
});

function reasonOf(result: ResultSet): RatingOutcome {
  const row = result.rows[0];
  return {
    kept: false,
    window: row?.report_id ? windowOf(row) : undefined,
    now: row?.now as string,
    knownBody: (row?.known as string | null) ?? undefined,
  };
}

/** A row of rating_windows. */
export const windowOf = (row: ResultSet['rows'][number]): RatingWindow => ({
  reportId: row.report_id as string,
  opensAt: row.opens_at as string,
  closesAt: row.closes_at as string,
  voidedAt: (row.voided_at as string | null) ?? null,
  reason: (row.reason as string | null) ?? null,
  frozen: Number(row.frozen) === 1,
});
