import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CHANNELS, NOTICE_FAULTS, NOTICE_STATES } from '../domain/notice.ts';

/**
 * Notices to people. To whom, and what fills the blanks of the template, is sealed with the contact key for this row
 * alone, and emptied once it was sent. `event` names what happened, so that nobody is told of one thing twice; `about`
 * is the row whose erasing takes the notice along. `nextAt` is when to try, or when the lease of a sender ends (UTC).
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    event: text().notNull().unique(),
    about: text().notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    template: text().notNull(),
    sealed: text().notNull(),
    state: text({ enum: NOTICE_STATES }).notNull(),
    fault: text({ enum: NOTICE_FAULTS }),
    attempts: integer().notNull().default(0),
    nextAt: text().notNull(),
    createdOn: text().notNull(),
    sentOn: text(),
  },
  (table) => [index('outbox_due').on(table.state, table.nextAt), index('outbox_about').on(table.about)],
);
