import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One printing of codes. A set stands for reports, never for a person; who got an envelope is not kept here. */
export const codeSets = sqliteTable('code_sets', {
  id: text().primaryKey(),
  issuedOn: text().notNull(),
  count: integer().notNull(),
  sample: integer({ mode: 'boolean' }).notNull().default(false),
  /** How many slips went out and how many came back unused, as counted by hand; never which. */
  handedOut: integer(),
  returned: integer(),
  /** The day from which its codes are refused; ratings already given with them stand. */
  voidedOn: text(),
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
