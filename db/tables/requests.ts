import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Requests that may be repeated. Both columns are keyed hashes, the second under the sender's own key, so that a body
 * (a code with its grades) cannot be found by trying. Written in the transaction of the act itself.
 */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  { keyHash: text().primaryKey(), bodyHash: text().notNull(), expiresAt: text().notNull() },
  (table) => [index('idempotency_keys_expiry').on(table.expiresAt)],
);

/** Challenges that were solved and used once. */
export const usedChallenges = sqliteTable('used_challenges', { nonce: text().primaryKey(), expiresAt: text().notNull() }, (table) => [
  index('used_challenges_expiry').on(table.expiresAt),
]);
