import type { Database } from '../remote.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

export type CommentState = 'waiting' | 'published' | 'refused';
export type RatingComment = { id: string; reportId: string; text: string; state: CommentState };

/** Comments in a state, of one report or of all; by their random ids, which tell no order. */
export async function ratingComments(db: Database, state: CommentState, reportId?: string): Promise<RatingComment[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, report_id, text, state FROM rating_comments WHERE state = ? ${reportId === undefined ? '' : 'AND report_id = ?'} ORDER BY id`,
    args: reportId === undefined ? [state] : [state, reportId],
  });
  return rows.map((row) => ({ id: row.id as string, reportId: row.report_id as string, text: row.text as string, state: row.state as CommentState }));
}

/** Decides on a comment that still waits. Answers whether it did. */
export async function decideComment(db: Database, id: string, state: 'published' | 'refused', entry: AuditEntry): Promise<boolean> {
  const [changed] = await db.client.batch(
    [{ sql: `UPDATE rating_comments SET state = ? WHERE id = ? AND state = 'waiting'`, args: [state, id] }, auditIfChanged(entry)],
    'write',
  );
  return changed?.rowsAffected === 1;
}
