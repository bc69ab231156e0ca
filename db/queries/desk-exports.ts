import { desc } from 'drizzle-orm';
import type { ExportQuestion } from '../domain/desk-export.ts';
import type { Database } from '../remote.ts';
import { contactExports } from '../tables/desk.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

export type ExportedMessage = {
  id: string;
  submittedOn: string;
  kind: string;
  to: string;
  title: string;
  text: string;
  state: string;
  refusal: string | null;
  expectedBy: string;
  answeredOn: string | null;
  publishedOn: string | null;
};

/** Messages received on the days asked for, without who wrote. */
export async function messagesToExport(db: Database, { from, until }: ExportQuestion, most: number): Promise<ExportedMessage[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, submitted_on AS submittedOn, kind, recipient AS "to", title, text, state, refusal, expected_by AS expectedBy,
          (SELECT min(on_day) FROM answers a WHERE a.message_id = m.id) AS answeredOn, published_on AS publishedOn
          FROM messages m WHERE submitted_on BETWEEN ? AND ? ORDER BY submitted_on, id LIMIT ?`,
    args: [from, until, most],
  });
  return rows as unknown as ExportedMessage[];
}

/** Who wrote, still encrypted, of messages that somebody still works on or may have to write to. */
export async function sendersToExport(
  db: Database,
  most: number,
): Promise<{ id: string; submittedOn: string; to: string; title: string; sealed: string }[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT m.id, m.submitted_on AS submittedOn, m.recipient AS "to", m.title, s.sealed FROM message_senders s JOIN messages m ON m.id = s.message_id
          ORDER BY m.submitted_on, m.id LIMIT ?`,
    args: [most],
  });
  return rows as unknown as { id: string; submittedOn: string; to: string; title: string; sealed: string }[];
}

export type ContactExport = typeof contactExports.$inferSelect;

/** What was asked for, the newest first. */
export const listContactExports = (db: Database): Promise<ContactExport[]> =>
  db.orm.select().from(contactExports).orderBy(desc(contactExports.askedAt)).limit(50);

export async function askContacts(db: Database, { id, reason }: { id: string; reason: string }, entry: AuditEntry): Promise<void> {
  await db.client.batch(
    [
      { sql: 'INSERT INTO contact_exports (id, asked_by, asked_at, reason) VALUES (?, ?, ?, ?)', args: [id, entry.actor, entry.at, reason] },
      auditIfChanged(entry),
    ],
    'write',
  );
}

/** Somebody else agrees. False where it is one's own, or was agreed to before. */
export async function agreeToContacts(db: Database, id: string, entry: AuditEntry): Promise<boolean> {
  const [changed] = await db.client.batch(
    [
      {
        sql: 'UPDATE contact_exports SET agreed_by = ?, agreed_at = ? WHERE id = ? AND agreed_by IS NULL AND asked_by <> ?',
        args: [entry.actor, entry.at, id, entry.actor],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return changed?.rowsAffected === 1;
}

/** Uses an agreement up: by who asked, once, within its hours. False otherwise; of two at once one is let through. */
export async function takeContacts(db: Database, { id, hours }: { id: string; hours: number }, entry: AuditEntry): Promise<boolean> {
  const [changed] = await db.client.batch(
    [
      {
        sql: `UPDATE contact_exports SET taken_at = ? WHERE id = ? AND asked_by = ? AND agreed_by IS NOT NULL AND taken_at IS NULL
              AND agreed_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-${Math.trunc(hours)} hours') AND agreed_at <= ${NOW}`,
        args: [entry.at, id, entry.actor],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return changed?.rowsAffected === 1;
}
