import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who did what, in the transaction of the act. `at` is a moment, but only a civil day for ratings, so that a rating's
 * audit row tells no more than that one was given that day. `seq` leaves no number out and takes none twice, so a row that
 * was deleted leaves a gap.
 */
export const audit = sqliteTable(
  'audit',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    at: text().notNull(),
    actor: text().notNull(),
    act: text().notNull(),
    target: text().notNull(),
  },
  (table) => [
    // What the public does is not looked up by name, and must not pay for those who are.
    index('audit_target')
      .on(table.target, table.seq)
      .where(sql`actor <> 'public'`),
    index('audit_actor')
      .on(table.actor, table.seq)
      .where(sql`actor <> 'public'`),
  ],
);

/**
 * The chain: for each row of the audit a keyed hash of the row and of the link before it, written each minute. No foreign
 * key: a link must outlive the row that somebody takes away.
 */
export const auditLinks = sqliteTable('audit_links', { seq: integer().primaryKey(), hash: text().notNull() });
