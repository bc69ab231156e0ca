import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MESSAGE_KINDS } from '../domain/message.ts';
import { MOVERS } from '../domain/message-moves.ts';
import { MESSAGE_STATES } from '../domain/message-state.ts';
import { HIDING_REASONS } from '../domain/public-message.ts';
import { REFUSALS } from '../domain/refusal.ts';

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
    /** The version that a moderator published, with personal data masked; nothing else ever goes out. */
    publicTitle: text(),
    publicText: text(),
    trust: text({ enum: ['normal', 'low'] }).notNull(),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    refusal: text({ enum: REFUSALS }),
    hidden: integer({ mode: 'boolean' }).notNull().default(false),
    /** What needs care, `|minor|health|`, see domain/sensitive.ts: for people of the desk, never a decision. */
    cares: text().notNull().default(''),
    /** The sender wants to hear of the proposal that comes of it, to the last promise. */
    follow: integer({ mode: 'boolean' }).notNull().default(false),
    /** When its sender asked after it, once, past the target. */
    chasedOn: text(),
    /** Who vouched for the sender's identity (functions/verification.ts); never the identity. */
    verifiedBy: text(),
    submittedOn: text().notNull(),
    expectedBy: text().notNull(),
    publishedOn: text(),
    sample: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('messages_published').on(table.publishedOn, table.id),
    index('messages_recipient').on(table.to),
    index('messages_state').on(table.state, table.expectedBy),
    index('messages_submitted').on(table.submittedOn, table.id),
    index('messages_to_publish')
      .on(table.submittedOn)
      .where(sql`consented = 1 and published_on is null`),
  ],
);

/** Who wrote, encrypted: a table of its own, so that no public query can pick it up by accident. */
export const messageSenders = sqliteTable(
  'message_senders',
  {
    messageId: text()
      .primaryKey()
      .references(() => messages.id),
    sealed: text().notNull(),
    /** Keyed hash of the contact, by which its owner can be sent a new code. */
    contactHash: text(),
  },
  (table) => [index('message_senders_contact').on(table.contactHash)],
);

/** The receipt codes, as HMAC. */
export const messageCodes = sqliteTable('message_codes', {
  hash: text().primaryKey(),
  messageId: text()
    .notNull()
    .references(() => messages.id),
});

/**
 * The course of a message: one row a move. The sender sees all of it but `at`, the moment, which only the numbers use.
 * `recipient` is who has the message from then on, `note` what the office says to the sender.
 */
export const messageEvents = sqliteTable(
  'message_events',
  {
    messageId: text()
      .notNull()
      .references(() => messages.id),
    ordinal: integer().notNull(),
    state: text({ enum: MESSAGE_STATES }).notNull(),
    on: text('on_day').notNull(),
    id: text().unique(),
    at: text(),
    by: text('moved_by', { enum: MOVERS }),
    refusal: text({ enum: REFUSALS }),
    recipient: text(),
    proposalId: text(),
    note: text(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.ordinal] })],
);

/** Answers of deputies and stations; `by` is a reference `kind:id`. Public is `publicText` alone, which a moderator sets. */
export const answers = sqliteTable(
  'answers',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => messages.id),
    by: text('answered_by').notNull(),
    text: text().notNull(),
    publicText: text(),
    on: text('on_day').notNull(),
  },
  (table) => [index('answers_message').on(table.messageId)],
);

/** Messages that became a proposal: one proposal may have begun with many of them. The proposal may not be published yet. */
export const messageProposals = sqliteTable(
  'message_proposals',
  {
    messageId: text()
      .notNull()
      .references(() => messages.id),
    proposalId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.proposalId] }), index('message_proposals_proposal').on(table.proposalId)],
);

/**
 * What was published and hidden again: at once, for a coded reason; somebody else confirms it or it comes back.
 * `endedAt` is set when it came back.
 */
export const messageHidings = sqliteTable(
  'message_hidings',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => messages.id),
    reason: text({ enum: HIDING_REASONS }).notNull(),
    on: text('on_day').notNull(),
    at: text().notNull(),
    hiddenBy: text().notNull(),
    confirmedBy: text(),
    endedAt: text(),
  },
  (table) => [
    index('message_hidings_message').on(table.messageId),
    index('message_hidings_open')
      .on(table.on)
      .where(sql`ended_at is null and confirmed_by is null`),
  ],
);
