import { index, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/**
 * Who follows what. The address is sealed with the contact key for this row alone; `mailMark` is keyed and tells only
 * that two rows are of one address. `toldUntil` is the moment up to which news was told, or the confirmation.
 */
export const followers = sqliteTable(
  'followers',
  {
    id: text().primaryKey(),
    mailMark: text().notNull(),
    question: text().notNull(),
    sealed: text().notNull(),
    codeHash: text().notNull().unique(),
    askedAt: text().notNull(),
    confirmedOn: text(),
    toldUntil: text(),
    lastToldOn: text(),
  },
  (table) => [unique('followers_once').on(table.mailMark, table.question), index('followers_told').on(table.confirmedOn, table.lastToldOn)],
);

/** When each thing that happened was first seen in a release: what is new to followers. */
export const seenNews = sqliteTable('seen_news', { id: text().primaryKey(), seenAt: text().notNull() }, (table) => [
  index('seen_news_at').on(table.seenAt),
]);
