import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Whose sender was erased. A trigger fills it (added to the generated migration), so that no way of erasing can forget it:
 * a backup of an earlier day still holds the sender, and restoring it must erase again.
 */
export const erasures = sqliteTable('erasures', { messageId: text().primaryKey(), on: text('on_day').notNull() });

/** When recurring work was last done well; `note` is what it left behind, such as the fingerprint of the keys. */
export const upkeep = sqliteTable('upkeep', { task: text().primaryKey(), at: text().notNull(), note: text() });
