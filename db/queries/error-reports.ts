import { asc, desc, eq, ne } from 'drizzle-orm';
import type { ErrorOutcome } from '../domain/error-report.ts';
import type { Database } from '../remote.ts';
import { errorReports } from '../tables/desk.ts';
import { auditIfChanged, type AuditEntry, type Statement } from './statement.ts';

export type ErrorReport = typeof errorReports.$inferSelect;
const MOST = 200;

/** What is still to be looked at, the oldest first, or what was, the newest first. */
export const listErrorReports = (db: Database, open: boolean): Promise<ErrorReport[]> =>
  open
    ? db.orm.select().from(errorReports).where(eq(errorReports.outcome, 'open')).orderBy(asc(errorReports.on), asc(errorReports.id)).limit(MOST)
    : db.orm
        .select()
        .from(errorReports)
        .where(ne(errorReports.outcome, 'open'))
        .orderBy(desc(errorReports.closedOn), desc(errorReports.id))
        .limit(MOST);

export async function countErrorReports(db: Database): Promise<number> {
  const { rows } = await db.client.execute(`SELECT count(*) AS n FROM error_reports WHERE outcome = 'open'`);
  return Number(rows[0]?.n);
}

export type ReportToKeep = { id: string; page: string; text: string; sealed: string | undefined; on: string };

/** Keeps a report with its audit row. */
export async function keepErrorReport(db: Database, { id, page, text, sealed, on }: ReportToKeep, entry: AuditEntry): Promise<void> {
  const insert: Statement = {
    sql: `INSERT INTO error_reports (id, page, text, sealed, on_day, outcome) VALUES (?, ?, ?, ?, ?, 'open')`,
    args: [id, page, text, sealed ?? null, on],
  };
  await db.client.batch([insert, auditIfChanged(entry)], 'write');
}

/** Closes a report and erases how to reach its sender. False where it was closed before. */
export async function closeErrorReport(
  db: Database,
  { id, outcome, note, on }: { id: string; outcome: Exclude<ErrorOutcome, 'open'>; note: string | undefined; on: string },
  entry: AuditEntry,
): Promise<boolean> {
  const [changed] = await db.client.batch(
    [
      {
        sql: `UPDATE error_reports SET outcome = ?, note = ?, closed_on = ?, sealed = NULL WHERE id = ? AND outcome = 'open'`,
        args: [outcome, note ?? null, on, id],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return changed?.rowsAffected === 1;
}
