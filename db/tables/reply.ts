import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { SUBMISSION_KINDS, SUBMISSION_STATES } from '../domain/submission.ts';

/**
 * How a deputy without an account gets in: one row a deputy, replaced by the next sheet. Secrets are kept as HMAC.
 * `opened` is the session that the last accepted secret opened.
 */
export const replyKeys = sqliteTable('reply_keys', {
  personId: text().primaryKey(),
  /** Printed on the sheet, typed with the day code; stays with the deputy. */
  number: integer().notNull().unique(),
  hash: text().unique(),
  issuedOn: text().notNull(),
  expiresAt: text().notNull(),
  dayHash: text(),
  dayExpiresAt: text(),
  dayTries: integer().notNull().default(0),
  opened: text(),
});

/** Who is in, by the hash of the cookie. */
export const replySessions = sqliteTable(
  'reply_sessions',
  { hash: text().primaryKey(), personId: text().notNull(), expiresAt: text().notNull() },
  (table) => [index('reply_sessions_person').on(table.personId), index('reply_sessions_expiry').on(table.expiresAt)],
);

/**
 * What deputies entered, for the office to confirm. `target` is what it is about, `body` JSON by kind; `enteredBy` is the
 * deputy (`people:ID`) or whoever of the office typed it in for them. `decision` is what the office decided further, JSON.
 */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text().primaryKey(),
    personId: text().notNull(),
    kind: text({ enum: SUBMISSION_KINDS }).notNull(),
    target: text().notNull(),
    body: text().notNull(),
    state: text({ enum: SUBMISSION_STATES }).notNull(),
    version: integer().notNull().default(1),
    on: text('on_day').notNull(),
    enteredBy: text().notNull(),
    reason: text(),
    decision: text(),
    decidedOn: text(),
    sample: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('submissions_person').on(table.personId, table.state),
    index('submissions_state').on(table.state, table.on),
    // One thing in work for each matter: sent twice, or from two telephones, it is one.
    uniqueIndex('submissions_in_work')
      .on(table.personId, table.kind, table.target)
      .where(sql`state in ('draft', 'waiting', 'returned')`),
  ],
);
