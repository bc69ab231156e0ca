import type { Database } from '../remote.ts';
import { auditRow, type AuditEntry } from './statement.ts';

/** An audit row of its own, for what changes no table of ours (a sign-in). */
export async function keepAudit(db: Database, entry: AuditEntry): Promise<void> {
  const { sql, args } = auditRow(entry);
  await db.client.execute({ sql, args });
}
