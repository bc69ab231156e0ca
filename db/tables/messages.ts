import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MESSAGE_KINDS, MESSAGE_STATES, REFUSALS } from '../domain/message.ts';

/** Messages as kept. Nothing here says who wrote; a public name is set only by the moderator who publishes. */
export const messages = sqliteTable(
  'messages',
  {
    id: text().primaryKey(),
    to: text('recipient').notNull(),
    kind: text({ enum: MESSAGE_KINDS }).notNull(),
    title: text().notNull(),
    text: text().notNull(),
    consented: integer({ mode: 'boolean' }).notNull(),
    hideName: integer({ mode: 'boolean' }).notNull(),
    publicName: text(),
    trust: text({ enum: ['normal', 'low'] }).notNull(),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    refusal: text({ enum: REFUSALS }),
    hidden: integer({ mode: 'boolean' }).notNull().default(false),
    submittedOn: text().notNull(),
    expectedBy: text().notNull(),
    publishedOn: text(),
    sample: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [index('messages_published').on(table.publishedOn, table.id), index('messages_recipient').on(table.to)],
);

/** Who wrote, encrypted: a table of its own, so that no public query can pick it up by accident. */
export const messageSenders = sqliteTable('message_senders', {
  messageId: text()
    .primaryKey()
    .references(() => messages.id),
  sealed: text().notNull(),
});

/** The receipt codes, as HMAC. */
export const messageCodes = sqliteTable('message_codes', {
  hash: text().primaryKey(),
  messageId: text()
    .notNull()
    .references(() => messages.id),
});

/** The course of a message: one row a change of state, by civil day. */
export const messageEvents = sqliteTable(
  'message_events',
  {
    messageId: text()
      .notNull()
      .references(() => messages.id),
    ordinal: integer().notNull(),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    on: text('on_day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.ordinal] })],
);

/** Answers of deputies and stations; `by` is a reference `kind:id`. */
export const answers = sqliteTable(
  'answers',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => messages.id),
    by: text('answered_by').notNull(),
    text: text().notNull(),
    on: text('on_day').notNull(),
  },
  (table) => [index('answers_message').on(table.messageId)],
);
