import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Paper ballots as the desk entered them: one person enters, another confirms, and only then anybody else sees them. */
export const hallBallots = sqliteTable('hall_ballots', {
  reportId: text().primaryKey(),
  present: integer().notNull(),
  issued: integer().notNull(),
  returned: integer().notNull(),
  valid: integer().notNull(),
  invalid: integer().notNull(),
  satisfied: integer().notNull(),
  basicallySatisfied: integer().notNull(),
  dissatisfied: integer().notNull(),
  unknown: integer(),
  enteredBy: text().notNull(),
  enteredAt: text().notNull(),
  confirmedBy: text(),
  confirmedAt: text(),
});
