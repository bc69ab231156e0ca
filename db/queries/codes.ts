import type { Database } from '../remote.ts';
import { auditRow, type AuditEntry, type Statement } from './statement.ts';
import { windowStatement } from './ratings.ts';

export type CodeSet = { id: string; issuedOn: string; reportIds: string[]; hashes: string[]; sample: boolean };

/** Keeps a printing of codes for reports, all or nothing. Hashes are stored sorted by themselves: no order of printing. */
export async function keepCodes(db: Database, set: CodeSet, entry: AuditEntry): Promise<void> {
  const statements: Statement[] = [
    {
      sql: 'INSERT INTO code_sets (id, issued_on, count, sample) VALUES (?, ?, ?, ?)',
      args: [set.id, set.issuedOn, set.hashes.length, set.sample ? 1 : 0],
    },
    ...set.reportIds.map((reportId) => ({ sql: 'INSERT INTO code_set_reports (set_id, report_id) VALUES (?, ?)', args: [set.id, reportId] })),
    ...inChunks(set.hashes.toSorted(), 400).map((hashes) => ({
      sql: `INSERT INTO codes (hash, set_id) VALUES ${hashes.map(() => '(?, ?)').join(', ')}`,
      args: hashes.flatMap((hash) => [hash, set.id]),
    })),
    auditRow(entry),
  ];
  await db.client.batch(statements, 'write');
}

/** Opens or moves the windows of reports, with audit rows, all or nothing. */
export async function keepWindows(db: Database, windows: { reportId: string; opensAt: string; closesAt: string }[], at: string): Promise<void> {
  const statements = windows.flatMap(({ reportId, opensAt, closesAt }) => [
    windowStatement(reportId, opensAt, closesAt),
    auditRow({ at, actor: 'cli', act: 'open-rating', target: `reports:${reportId}` }),
  ]);
  await db.client.batch(statements, 'write');
}

function inChunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) => items.slice(place * size, (place + 1) * size));
}
