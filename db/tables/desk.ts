/** Rows of the desk itself. Nothing here refers to an account by key: accounts are named as the audit names them. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ERROR_OUTCOMES } from '../domain/error-report.ts';
import { MATTER_OUTCOMES, MATTER_SOURCES } from '../domain/matter.ts';
import { TEMPLATE_USES } from '../domain/template.ts';
import { messages } from './messages.ts';

/** Who works on a message; nobody else may meanwhile. Over when `until` (UTC) is past. */
export const messageClaims = sqliteTable('message_claims', {
  messageId: text()
    .primaryKey()
    .references(() => messages.id),
  holder: text().notNull(),
  until: text().notNull(),
});

/** Consented messages that a moderator decided not to publish, so that they wait no longer. */
export const keptPrivate = sqliteTable('kept_private', {
  messageId: text()
    .primaryKey()
    .references(() => messages.id),
  by: text('decided_by').notNull(),
  on: text('on_day').notNull(),
});

/** Messages that say the same: all of a group carry the id of its first. */
export const messageGroups = sqliteTable(
  'message_groups',
  {
    messageId: text()
      .primaryKey()
      .references(() => messages.id),
    groupId: text().notNull(),
  },
  (table) => [index('message_groups_group').on(table.groupId)],
);

/** Bands of a text's signature: two texts that share one may be near copies. */
export const messageBands = sqliteTable(
  'message_bands',
  {
    band: text().notNull(),
    messageId: text()
      .notNull()
      .references(() => messages.id),
  },
  (table) => [primaryKey({ columns: [table.band, table.messageId] })],
);

export const templates = sqliteTable('templates', {
  id: text().primaryKey(),
  name: text().notNull(),
  use: text('used_for', { enum: TEMPLATE_USES }).notNull(),
  text: text().notNull(),
});

export const matters = sqliteTable(
  'matters',
  {
    id: text().primaryKey(),
    source: text({ enum: MATTER_SOURCES }).notNull(),
    title: text().notNull(),
    text: text().notNull(),
    unit: text(),
    receivedOn: text().notNull(),
    dueOn: text(),
    outcome: text({ enum: MATTER_OUTCOMES }).notNull(),
    note: text(),
    closedOn: text(),
    enteredBy: text().notNull(),
  },
  (table) => [index('matters_open').on(table.outcome, table.dueOn), index('matters_received').on(table.receivedOn)],
);

/** `sealed` is how to reach who reported, encrypted, until the report is closed. */
export const errorReports = sqliteTable(
  'error_reports',
  {
    id: text().primaryKey(),
    page: text().notNull(),
    text: text().notNull(),
    sealed: text(),
    on: text('on_day').notNull(),
    outcome: text({ enum: ERROR_OUTCOMES }).notNull(),
    note: text(),
    closedOn: text(),
  },
  (table) => [index('error_reports_outcome').on(table.outcome, table.on)],
);

/** Lists with contacts: one asks and says why, somebody else agrees, the first takes it once. */
export const contactExports = sqliteTable('contact_exports', {
  id: text().primaryKey(),
  askedBy: text().notNull(),
  askedAt: text().notNull(),
  reason: text().notNull(),
  agreedBy: text(),
  agreedAt: text(),
  takenAt: text(),
  rows: integer(),
});
