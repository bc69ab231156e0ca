import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Who did what, in the transaction of the act. `at` is a moment, but only a civil day for ratings, so that a rating's
 * audit row tells no more than that one was given that day.
 */
export const audit = sqliteTable('audit', {
  id: text().primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  act: text().notNull(),
  target: text().notNull(),
});
