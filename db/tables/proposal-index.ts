import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A disposable copy of what lists of proposals are searched and sorted by, one set of rows a release.
 * `units`, `deputies` and `flags` are lists between bars (`|a|b|`).
 */
export const proposalIndex = sqliteTable(
  'proposal_index',
  {
    releaseId: text().notNull(),
    id: text().notNull(),
    title: text().notNull(),
    number: text().notNull(),
    session: text().notNull(),
    year: integer().notNull(),
    state: text().notNull(),
    flags: text().notNull(),
    units: text().notNull(),
    unitNames: text().notNull(),
    topic: text().notNull(),
    deputies: text().notNull(),
    leadNames: text().notNull(),
    submittedOn: text(),
    repliedOn: text(),
    resultClass: text(),
    waitingSince: text(),
    dueOn: text(),
    overdueSince: text(),
    folded: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.releaseId, table.id] }),
    index('proposal_index_year').on(table.releaseId, table.year),
    index('proposal_index_state').on(table.releaseId, table.state),
  ],
);
