import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The hash of every receipt given for a report, and the batch it was published in, null before. Apart from the claims, so
 * that a claimed code carries no batch (WITHOUT ROWID: no order either).
 */
export const ratingReceipts = sqliteTable('rating_receipts', { reportId: text().notNull(), hash: text().notNull(), batch: integer() }, (table) => [
  primaryKey({ columns: [table.reportId, table.hash] }),
]);

/**
 * Keyed sums: for each report over all rows of its ratings, and under `:log` over all entries of the log. Four numbers of
 * 48 bits each; only who holds CODE_PEPPER can make rows that fit (see db/domain/rating-mark.ts).
 */
export const ratingSums = sqliteTable('rating_sums', {
  name: text().primaryKey(),
  n: integer().notNull(),
  a: integer().notNull(),
  b: integer().notNull(),
  c: integer().notNull(),
  d: integer().notNull(),
});

/** The public log of all ratings, `/data/ratings-log.jsonl`, one line an entry; `subject` is a report or a code set. */
export const ratingLog = sqliteTable(
  'rating_log',
  {
    entry: integer().primaryKey(),
    subject: text().notNull(),
    act: text().notNull(),
    line: text().notNull(),
    /** Under CODE_PEPPER: nobody who only has the database writes a line. */
    mac: text().notNull(),
  },
  (table) => [index('rating_log_subject').on(table.subject, table.act)],
);
