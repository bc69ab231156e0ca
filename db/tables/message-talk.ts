import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { SURVEY_ROUNDS } from '../domain/message-survey.ts';
import { messages } from './messages.ts';

/** Sentences that a sender adds to a message under way. */
export const messageAdditions = sqliteTable(
  'message_additions',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => messages.id),
    text: text().notNull(),
    on: text('on_day').notNull(),
  },
  (table) => [index('message_additions_message').on(table.messageId)],
);

/** What a sender said when asked; one answer a round. */
export const messageSurveys = sqliteTable(
  'message_surveys',
  {
    messageId: text()
      .notNull()
      .references(() => messages.id),
    round: text({ enum: SURVEY_ROUNDS }).notNull(),
    answer: text().notNull(),
    on: text('on_day').notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.round] })],
);

/** Photographs, without metadata: private until a moderator shows one, erased with the sender's contact unless shown. */
export const messagePhotos = sqliteTable(
  'message_photos',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => messages.id),
    digest: text().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    shown: integer({ mode: 'boolean' }).notNull().default(false),
    on: text('on_day').notNull(),
  },
  (table) => [index('message_photos_message').on(table.messageId)],
);

/** Messages whose text its sender erased, so that a restored older copy erases it again. */
export const erasedTexts = sqliteTable('erased_texts', { messageId: text().primaryKey(), on: text('on_day').notNull() });
