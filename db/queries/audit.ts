import type { InValue } from '@libsql/client/web';
import type { Database } from '../remote.ts';
import type { AuditRow } from './audit-chain.ts';
import { auditRow, type AuditEntry } from './statement.ts';

/** An audit row of its own, for what changes no table of ours (a sign-in). */
export async function keepAudit(db: Database, entry: AuditEntry): Promise<void> {
  const { sql, args } = auditRow(entry);
  await db.client.execute({ sql, args });
}

const AUDIT_PAGE = 50;

/** Rows of staff, jobs and commands, newest first, before a number; of one person or about one thing where asked. */
export async function listAudit(
  db: Database,
  { actor, target, before }: { actor?: string | undefined; target?: string | undefined; before?: number | undefined },
): Promise<{ items: AuditRow[]; more: boolean }> {
  const asked: [string, InValue | undefined][] = [
    ['actor = ?', actor],
    ['target = ?', target],
    ['seq < ?', before],
  ];
  const given = asked.filter((entry): entry is [string, InValue] => entry[1] !== undefined);
  const { rows } = await db.client.execute({
    sql: `SELECT seq, id, at, actor, act, target FROM audit WHERE ${[`actor <> 'public'`, ...given.map(([sql]) => sql)].join(' AND ')} ORDER BY seq DESC LIMIT ?`,
    args: [...given.map(([, value]) => value), AUDIT_PAGE + 1],
  });
  const text = (row: Record<string, unknown>, name: string) => String(row[name]);
  const items = rows.slice(0, AUDIT_PAGE).map((row) => ({
    seq: Number(row.seq),
    id: text(row, 'id'),
    at: text(row, 'at'),
    actor: text(row, 'actor'),
    act: text(row, 'act'),
    target: text(row, 'target'),
  }));
  return { items, more: rows.length > AUDIT_PAGE };
}

/** Who did something to a row last; undefined where nobody of the office did. */
export async function lastActor(db: Database, act: string, target: string): Promise<string | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT actor FROM audit WHERE target = ? AND act = ? AND actor <> 'public' ORDER BY seq DESC LIMIT 1`,
    args: [target, act],
  });
  return rows[0]?.actor as string | undefined;
}
