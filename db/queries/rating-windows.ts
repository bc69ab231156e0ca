import type { RatingWindow } from '../domain/rating.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import type { Change } from './rating-log.ts';
import { windowOf } from './ratings.ts';

/** All windows, or one report's. */
export async function ratingWindows(db: Database, reportId?: string): Promise<RatingWindow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT * FROM rating_windows ${reportId === undefined ? '' : 'WHERE report_id = ?'} ORDER BY report_id`,
    args: reportId === undefined ? [] : [reportId],
  });
  return rows.map(windowOf);
}

/** Windows whose time is over by the database's clock and whose result is not in the log yet. */
export async function windowsToFreeze(db: Database, reportId?: string): Promise<RatingWindow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT * FROM rating_windows WHERE closes_at <= ${NOW} AND voided_at IS NULL AND frozen = 0 ${reportId === undefined ? '' : 'AND report_id = ?'}`,
    args: reportId === undefined ? [] : [reportId],
  });
  return rows.map(windowOf);
}

/** A window that is new, or has not begun. */
export const scheduleWindow = (reportId: string, opensAt: string, closesAt: string): Change => ({
  sql: `INSERT INTO rating_windows (report_id, opens_at, closes_at) VALUES (?, ?, ?)
        ON CONFLICT (report_id) DO UPDATE SET opens_at = excluded.opens_at, closes_at = excluded.closes_at
        WHERE voided_at IS NULL AND frozen = 0 AND opens_at > ${NOW}`,
  args: [reportId, opensAt, closesAt],
  only: 1,
});

/** Another end for a window that is open at this very moment. */
export const moveEnd = (reportId: string, closesAt: string): Change => ({
  sql: `UPDATE rating_windows SET closes_at = ? WHERE report_id = ? AND voided_at IS NULL AND frozen = 0 AND opens_at <= ${NOW} AND ${NOW} < closes_at`,
  args: [closesAt, reportId],
  only: 1,
});

export const voidWindow = (reportId: string, at: string, reason: string): Change => ({
  sql: 'UPDATE rating_windows SET voided_at = ?, reason = ? WHERE report_id = ? AND voided_at IS NULL',
  args: [at, reason, reportId],
  only: 1,
});

/** Ends a window for good. Fits only while no rating has come in since `n` were counted. */
export const freezeWindow = (reportId: string, n: number): Change => ({
  sql: `UPDATE rating_windows SET frozen = 1 WHERE report_id = ? AND frozen = 0 AND closes_at <= ${NOW}
        AND ? = coalesce((SELECT n FROM rating_sums WHERE name = report_id), 0)`,
  args: [reportId, n],
  only: 1,
});

/** Puts the next `count` receipts, by their hashes, into a batch. */
export const batchReceipts = (reportId: string, batch: number, last: string, count: number): Change => ({
  sql: 'UPDATE rating_receipts SET batch = ? WHERE report_id = ? AND batch IS NULL AND hash <= ?',
  args: [batch, reportId, last],
  only: count,
});

/** Windows that are open by the database's clock. */
export async function openWindows(db: Database): Promise<RatingWindow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT * FROM rating_windows WHERE opens_at <= ${NOW} AND ${NOW} < closes_at AND voided_at IS NULL AND frozen = 0`,
    args: [],
  });
  return rows.map(windowOf);
}

/** Hashes of the receipts that are in no batch yet, in order. */
export async function waitingReceipts(db: Database, reportId: string): Promise<string[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT hash FROM rating_receipts WHERE report_id = ? AND batch IS NULL ORDER BY hash',
    args: [reportId],
  });
  return rows.map((row) => row.hash as string);
}

/** Where a receipt stands: its batch, null before its batch is published; undefined where it is not known. */
export async function findReceipt(db: Database, reportId: string, hash: string): Promise<{ batch: number | null } | undefined> {
  const { rows } = await db.client.execute({ sql: 'SELECT batch FROM rating_receipts WHERE report_id = ? AND hash = ?', args: [reportId, hash] });
  return rows[0] && { batch: rows[0].batch === null ? null : Number(rows[0].batch) };
}
