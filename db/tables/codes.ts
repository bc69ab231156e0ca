import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One printing of codes. A set stands for reports, never for a person; who got an envelope is not kept here. */
export const codeSets = sqliteTable('code_sets', {
  id: text().primaryKey(),
  issuedOn: text().notNull(),
  count: integer().notNull(),
  sample: integer({ mode: 'boolean' }).notNull().default(false),
});

/** The reports that the codes of a set may rate. */
export const codeSetReports = sqliteTable(
  'code_set_reports',
  {
    setId: text()
      .notNull()
      .references(() => codeSets.id),
    reportId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.setId, table.reportId] })],
);

/** Codes as HMAC with a key outside the database (WITHOUT ROWID: no order of printing). */
export const codes = sqliteTable(
  'codes',
  {
    hash: text().primaryKey(),
    setId: text()
      .notNull()
      .references(() => codeSets.id),
  },
  (table) => [index('codes_set').on(table.setId)],
);
