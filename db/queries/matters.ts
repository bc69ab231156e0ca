import { asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { MatterCounts, MatterOutcome, MatterSource, NewMatter } from '../domain/matter.ts';
import type { Database } from '../remote.ts';
import { matters } from '../tables/desk.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

export type Matter = typeof matters.$inferSelect;

const MOST = 200;

/** Open matters, what is due first at the top; or those closed, the newest first. At most 200. */
export const listMatters = (db: Database, open: boolean): Promise<Matter[]> =>
  open
    ? db.orm
        .select()
        .from(matters)
        .where(eq(matters.outcome, 'open'))
        .orderBy(sql`${matters.dueOn} is null`, asc(matters.dueOn), asc(matters.receivedOn))
        .limit(MOST)
    : db.orm.select().from(matters).where(ne(matters.outcome, 'open')).orderBy(desc(matters.closedOn), desc(matters.id)).limit(MOST);

export async function keepMatter(db: Database, id: string, matter: NewMatter, entry: AuditEntry): Promise<void> {
  await db.client.batch(
    [
      {
        sql: `INSERT INTO matters (id, source, title, text, unit, received_on, due_on, outcome, entered_by) VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
        args: [id, matter.source, matter.title, matter.text, matter.unit ?? null, matter.receivedOn, matter.dueOn ?? null, entry.actor],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
}

/** Says what became of a matter; `open` takes it up again. False where there is none, or it says so already. */
export async function closeMatter(
  db: Database,
  { id, outcome, note, on }: { id: string; outcome: MatterOutcome; note: string | undefined; on: string },
  entry: AuditEntry,
): Promise<boolean> {
  const [changed] = await db.client.batch(
    [
      {
        sql: 'UPDATE matters SET outcome = ?, note = coalesce(?, note), closed_on = ? WHERE id = ? AND outcome <> ?',
        args: [outcome, note ?? null, outcome === 'open' ? null : on, id, outcome],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  return changed?.rowsAffected === 1;
}

/** How many came by which way and what became of them; never a text. */
export async function countMatters(db: Database): Promise<MatterCounts> {
  const { rows } = await db.client.execute('SELECT source, outcome, count(*) AS n FROM matters GROUP BY source, outcome');
  const counts: MatterCounts = {};
  for (const row of rows) (counts[row.source as MatterSource] ??= {})[row.outcome as MatterOutcome] = Number(row.n);
  return counts;
}
