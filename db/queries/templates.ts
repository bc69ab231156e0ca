import { asc } from 'drizzle-orm';
import type { Template } from '../domain/template.ts';
import type { Database } from '../remote.ts';
import { templates } from '../tables/desk.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

/** What the office writes often, by name. */
export const listTemplates = (db: Database): Promise<Template[]> => db.orm.select().from(templates).orderBy(asc(templates.use), asc(templates.name));

export async function keepTemplate(db: Database, { id, name, use, text }: Template, entry: AuditEntry): Promise<void> {
  await db.client.batch(
    [{ sql: 'INSERT INTO templates (id, name, used_for, text) VALUES (?, ?, ?, ?)', args: [id, name, use, text] }, auditIfChanged(entry)],
    'write',
  );
}

/** False where there is none. */
export async function dropTemplate(db: Database, id: string, entry: AuditEntry): Promise<boolean> {
  const [dropped] = await db.client.batch([{ sql: 'DELETE FROM templates WHERE id = ?', args: [id] }, auditIfChanged(entry)], 'write');
  return dropped?.rowsAffected === 1;
}
