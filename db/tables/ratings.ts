import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { GRADES } from '../domain/rating.ts';

/**
 * When a report may be rated; times in UTC with milliseconds. `frozen` once the result is in the log: from then on nothing
 * opens it again, not even a clock that jumps back.
 */
export const ratingWindows = sqliteTable(
  'rating_windows',
  {
    reportId: text().primaryKey(),
    opensAt: text().notNull(),
    closesAt: text().notNull(),
    voidedAt: text(),
    reason: text(),
    frozen: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [check('rating_windows_order', sql`${table.opensAt} < ${table.closesAt}`)],
);

/**
 * That a code was used for a report. Its key decides who was first. It carries no time and, being WITHOUT ROWID
 * (added to the generated migration), no order: nothing joins it to a grade.
 */
export const ratingClaims = sqliteTable('rating_claims', { codeHash: text().notNull(), reportId: text().notNull() }, (table) => [
  primaryKey({ columns: [table.codeHash, table.reportId] }),
]);

/** The grades of one rating under a random key: no code, no time, no order (WITHOUT ROWID). */
export const ratingGrades = sqliteTable(
  'rating_grades',
  {
    id: text().primaryKey(),
    reportId: text().notNull(),
    overall: text({ enum: GRADES }).notNull(),
    duties: text({ enum: GRADES }),
    sessions: text({ enum: GRADES }),
    contact: text({ enum: GRADES }),
    study: text({ enum: GRADES }),
    deeds: text({ enum: GRADES }),
  },
  (table) => [
    index('rating_grades_report').on(table.reportId),
    check('rating_grades_overall', sql`${table.overall} in ('satisfied', 'basicallySatisfied', 'dissatisfied', 'unknown')`),
  ],
);

/** Comments wait for a moderator, apart from code and grades (WITHOUT ROWID). */
export const ratingComments = sqliteTable('rating_comments', {
  id: text().primaryKey(),
  reportId: text().notNull(),
  text: text().notNull(),
  state: text({ enum: ['waiting', 'published', 'refused'] }).notNull(),
});
