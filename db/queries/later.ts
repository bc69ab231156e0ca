/** What a later copy of the same database knows that an older one must not forget: ratings, erasures, who did what. */
import type { Database } from '../remote.ts';
import { countRows, tablesOf } from './copies.ts';

/** Tables that only grow: codes and ratings, and the audit rows. They are taken over whole or not at all. */
const GROWING = /^(?:codes$|code_|rating_|audit)/;

export type Merged = {
  /** Erasures that the older copy did not know. */
  erased: number;
  /** Ratings that were given after the older copy; undefined where the later copy lacks some, so that it is no later state. */
  ratings: number | undefined;
};

/** Brings what only the later copy knows into the older one. Both files must have been looked into first. */
export async function takeFromLater(db: Database, laterFile: string): Promise<Merged> {
  const { client } = db;
  await client.execute('PRAGMA foreign_keys = OFF');
  await client.execute({ sql: 'ATTACH DATABASE ? AS later', args: [laterFile] });
  try {
    const theirs = new Set(
      (await client.execute("SELECT name FROM later.sqlite_schema WHERE type = 'table'")).rows.map(({ name }) => name as string),
    );
    const before = await countRows(client, 'rating_claims');
    const erasedBefore = await countRows(client, 'erasures');
    for (const table of ['erasures', 'erased_texts'])
      if (theirs.has(table)) await client.execute(`INSERT OR IGNORE INTO ${table} SELECT message_id, on_day FROM later.${table}`);
    // A deputy's sheet that was revoked since must not open again.
    if (theirs.has('reply_keys')) await client.batch(await replaceRows(client, 'reply_keys'), 'write');
    // Nor may an account that was closed since, a role that was taken away, or a telephone that was lost.
    for (const table of ['staff', 'staff_accounts', 'staff_two_factors', 'staff_passkeys'])
      if (theirs.has(table)) await client.batch(await replaceRows(client, table), 'write');
    const known = theirs.has('rating_claims') && (await lacksNoClaim(client));
    if (known) {
      const growing = (await tablesOf(client)).filter((name) => GROWING.test(name) && theirs.has(name));
      await client.batch((await Promise.all(growing.map((table) => replaceRows(client, table)))).flat(), 'write');
    }
    const ratings = known ? (await countRows(client, 'rating_claims')) - before : undefined;
    return { erased: (await countRows(client, 'erasures')) - erasedBefore, ratings };
  } finally {
    await client.execute('DETACH DATABASE later');
  }
}

/**
 * Erases again whoever was erased, and ends every session of the desk and of deputies, whose day codes may have been used since. Notices that were on their way may have been sent
 * since the copy was made, so they wait for a person instead of being sent twice.
 * @returns how many senders were erased
 */
export async function eraseAgain(db: Database): Promise<number> {
  const tables = new Set(await tablesOf(db.client));
  const erased = 'IN (SELECT message_id FROM erasures)';
  const emptied = 'IN (SELECT message_id FROM erased_texts)';
  const [senders] = await db.client.batch(
    [
      `DELETE FROM message_senders WHERE message_id ${erased}`,
      `DELETE FROM outbox WHERE about ${erased}`,
      ...(tables.has('followers') ? [`DELETE FROM followers WHERE id ${erased}`] : []),
      `DELETE FROM message_photos WHERE message_id ${emptied} OR (shown = 0 AND message_id ${erased})`,
      `DELETE FROM message_additions WHERE message_id ${emptied}`,
      `UPDATE message_events SET note = NULL WHERE moved_by = 'sender' AND message_id ${emptied}`,
      `UPDATE answers SET public_text = NULL WHERE message_id ${emptied}`,
      `UPDATE messages SET title = '', text = '', cares = '', consented = 0, published_on = NULL, public_title = NULL, public_text = NULL,
        public_name = NULL WHERE id ${emptied}`,
      "UPDATE outbox SET state = 'failed', fault = 'unknownOutcome' WHERE state IN ('waiting', 'sending')",
      ...(tables.has('staff_sessions') ? ['DELETE FROM staff_sessions', 'DELETE FROM staff_verifications'] : []),
      ...(tables.has('submissions') ? [`DELETE FROM submissions WHERE kind <> 'proposal' AND target ${emptied}`] : []),
      ...(tables.has('reply_keys') ? ['DELETE FROM reply_sessions', 'UPDATE reply_keys SET day_hash = NULL, day_tries = 0'] : []),
    ],
    'write',
  );
  return senders?.rowsAffected ?? 0;
}

async function lacksNoClaim(client: Database['client']): Promise<boolean> {
  const { rows } = await client.execute(
    `SELECT count(*) AS n FROM main.rating_claims here
     WHERE NOT EXISTS (SELECT 1 FROM later.rating_claims there WHERE there.code_hash = here.code_hash AND there.report_id = here.report_id)`,
  );
  return Number(rows[0]?.n) === 0;
}

// Only the columns that both have: the later copy may be of an older version.
async function replaceRows(client: Database['client'], table: string): Promise<string[]> {
  const { rows } = await client.execute({
    sql: "SELECT name FROM pragma_table_info(?) WHERE name IN (SELECT name FROM pragma_table_info(?, 'later'))",
    args: [table, table],
  });
  const columns = rows.map(({ name }) => `"${String(name)}"`).join(', ');
  return [`DELETE FROM main."${table}"`, `INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM later."${table}"`];
}
