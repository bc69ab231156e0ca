import type { Row } from '@libsql/client/web';
import { BALLOT_FIELDS, type HallBallot } from '../domain/hall-ballot.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

export type KeptBallot = { reportId: string; ballot: HallBallot; enteredBy: string; enteredAt: string; confirmedBy: string | null };

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = BALLOT_FIELDS.map(columnOf);

/** Keeps a ballot that waits for a second person; one that was confirmed stays. Answers whether it was kept. */
export async function keepBallot(db: Database, reportId: string, ballot: HallBallot, by: string, entry: AuditEntry): Promise<boolean> {
  const names = ['report_id', ...COLUMNS, 'entered_by'];
  const [kept] = await db.client.batch(
    [
      {
        sql: `INSERT INTO hall_ballots (${names.join(', ')}, entered_at) VALUES (${names.map(() => '?').join(', ')}, ${NOW})
              ON CONFLICT (report_id) DO UPDATE SET ${[...COLUMNS, 'entered_by', 'entered_at'].map((name) => `${name} = excluded.${name}`).join(', ')}
              WHERE confirmed_by IS NULL`,
        args: [reportId, ...BALLOT_FIELDS.map((field) => ballot[field] ?? null), by],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return kept?.rowsAffected === 1;
}

/** Confirms a ballot exactly as it was entered at `enteredAt`, by somebody else. Answers whether it was confirmed. */
export async function confirmBallot(db: Database, reportId: string, enteredAt: string, by: string, entry: AuditEntry): Promise<boolean> {
  const [confirmed] = await db.client.batch(
    [
      {
        sql: `UPDATE hall_ballots SET confirmed_by = ?, confirmed_at = ${NOW} WHERE report_id = ? AND entered_at = ? AND confirmed_by IS NULL AND entered_by <> ?`,
        args: [by, reportId, enteredAt, by],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return confirmed?.rowsAffected === 1;
}

/** All ballots, or one report's. */
export async function hallBallotRows(db: Database, reportId?: string): Promise<KeptBallot[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT * FROM hall_ballots ${reportId === undefined ? '' : 'WHERE report_id = ?'} ORDER BY report_id`,
    args: reportId === undefined ? [] : [reportId],
  });
  return rows.map(ballotOf);
}

const ballotOf = (row: Row): KeptBallot => ({
  reportId: row.report_id as string,
  ballot: Object.fromEntries(
    BALLOT_FIELDS.flatMap((field) => (row[columnOf(field)] === null ? [] : [[field, Number(row[columnOf(field)])]])),
  ) as HallBallot,
  enteredBy: row.entered_by as string,
  enteredAt: row.entered_at as string,
  confirmedBy: row.confirmed_by as string | null,
});
