/** Deputies' ways in: sheets, day codes and sessions. Each decision is one statement, so that two at once cannot both win. */
import { DAY_CODE_TRIES } from '../domain/reply-key.ts';
import type { Database } from '../remote.ts';
import { NOW, nowPlus } from './moment.ts';
import { auditIfChanged, auditRow, type AuditEntry, type Statement } from './statement.ts';

export type NewReplyKey = {
  personId: string;
  hash: string;
  issuedOn: string;
  expiresAt: string;
  /** The day code printed beside the link; left out, none. */
  day?: { hash: string; expiresAt: string } | undefined;
};

/** Numbers are drawn, not counted: who knows one deputy's number does not know the next one's. */
const CANDIDATES = 64;
const numbers = (): string => JSON.stringify(Array.from(crypto.getRandomValues(new Uint16Array(CANDIDATES)), (draw) => 1000 + (draw % 9000)));

/**
 * Keeps new sheets, all or nothing. The one before stops working and whoever came in by it is out; the deputy's number stays.
 * @returns the numbers, in the order asked
 */
export async function keepReplyKeys(db: Database, keys: readonly NewReplyKey[], entry: Omit<AuditEntry, 'target'>): Promise<number[]> {
  const statements = keys.flatMap(({ personId, hash, issuedOn, expiresAt, day }): Statement[] => [
    {
      sql: `INSERT INTO reply_keys (person_id, number, hash, issued_on, expires_at, day_hash, day_expires_at, day_tries)
            SELECT ?, coalesce((SELECT number FROM reply_keys WHERE person_id = ?),
                               (SELECT value FROM json_each(?) WHERE value NOT IN (SELECT number FROM reply_keys) LIMIT 1)), ?, ?, ?, ?, ?, ?
            WHERE true
            ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, issued_on = excluded.issued_on, expires_at = excluded.expires_at,
              day_hash = excluded.day_hash, day_expires_at = excluded.day_expires_at, day_tries = excluded.day_tries, opened = NULL`,
      args: [personId, personId, numbers(), hash, issuedOn, expiresAt, day?.hash ?? null, day?.expiresAt ?? null, day ? DAY_CODE_TRIES : 0],
    },
    { sql: 'DELETE FROM reply_sessions WHERE person_id = ?', args: [personId] },
    auditRow({ ...entry, target: `people:${personId}` }),
  ]);
  await db.client.batch(statements, 'write');
  const { rows } = await db.client.execute({
    sql: 'SELECT person_id, number FROM reply_keys WHERE person_id IN (SELECT value FROM json_each(?))',
    args: [JSON.stringify(keys.map(({ personId }) => personId))],
  });
  const found = new Map(rows.map((row) => [row.person_id as string, Number(row.number)]));
  return keys.map(({ personId }) => found.get(personId) ?? 0);
}

/** Gives a deputy who has a sheet a fresh day code. @returns the number, undefined where there is no valid sheet */
export async function keepDayCode(
  db: Database,
  { personId, hash, expiresAt }: { personId: string; hash: string; expiresAt: string },
  entry: AuditEntry,
): Promise<number | undefined> {
  const [given] = await db.client.batch(
    [
      {
        sql: `UPDATE reply_keys SET day_hash = ?, day_expires_at = ?, day_tries = ${DAY_CODE_TRIES}
              WHERE person_id = ? AND hash IS NOT NULL AND expires_at > ${NOW} RETURNING number`,
        args: [hash, expiresAt, personId],
      },
      auditIfChanged(entry),
    ],
    'write',
  );
  const number = given?.rows[0]?.number;
  return number === undefined ? undefined : Number(number);
}

/** Ends sheets, day codes and sessions of a deputy. @returns false where there was nothing to end */
export async function revokeReplyKey(db: Database, personId: string, entry: AuditEntry): Promise<boolean> {
  const [revoked] = await db.client.batch(
    [
      {
        sql: 'UPDATE reply_keys SET hash = NULL, day_hash = NULL, day_tries = 0, opened = NULL WHERE person_id = ? AND hash IS NOT NULL',
        args: [personId],
      },
      auditIfChanged(entry),
      { sql: 'DELETE FROM reply_sessions WHERE person_id = ?', args: [personId] },
    ],
    'write',
  );
  return revoked?.rowsAffected === 1;
}

/** What a deputy shows at the door: hashes only. */
export type Shown = { tokenHash: string } | { number: number; dayHash: string };

/** Whose sheet it would be; says nothing of whether the secret is right. */
export async function ownerOf(db: Database, shown: Shown): Promise<string | undefined> {
  const { rows } = await db.client.execute(
    'tokenHash' in shown
      ? { sql: 'SELECT person_id FROM reply_keys WHERE hash = ?', args: [shown.tokenHash] }
      : { sql: 'SELECT person_id FROM reply_keys WHERE number = ?', args: [shown.number] },
  );
  return rows[0]?.person_id as string | undefined;
}

/**
 * Opens a session of two hours if the secret is right. A day code is used up by that, and every wrong one costs a try, in
 * the statement that looks at it. Right, wrong and unknown secrets cost the same statements.
 * @returns until when, undefined where it was not right
 */
export async function openSession(db: Database, shown: Shown, session: string, entry: AuditEntry): Promise<string | undefined> {
  const [, , , kept] = await db.client.batch(
    [
      'tokenHash' in shown ? byLink(shown.tokenHash, session) : byDayCode(shown.number, shown.dayHash, session),
      {
        sql: `INSERT INTO reply_sessions (hash, person_id, expires_at) SELECT opened, person_id, ${nowPlus('+2 hours')} FROM reply_keys WHERE opened = ?`,
        args: [session],
      },
      auditIfChanged(entry),
      { sql: 'SELECT expires_at FROM reply_sessions WHERE hash = ?', args: [session] },
    ],
    'write',
  );
  return kept?.rows[0]?.expires_at as string | undefined;
}

const byLink = (hash: string, session: string): Statement => ({
  sql: `UPDATE reply_keys SET opened = ? WHERE hash = ? AND expires_at > ${NOW}`,
  args: [session, hash],
});

// The right-hand sides all see the row as it was, so a try is counted and a code used up at the same moment.
const byDayCode = (number: number, hash: string, session: string): Statement => ({
  sql: `UPDATE reply_keys SET
          opened = CASE WHEN day_hash = ? THEN ? ELSE opened END,
          day_tries = CASE WHEN day_hash = ? THEN 0 ELSE day_tries - 1 END,
          day_hash = CASE WHEN day_hash = ? THEN NULL ELSE day_hash END
        WHERE number = ? AND day_tries > 0 AND hash IS NOT NULL AND expires_at > ${NOW} AND day_expires_at > ${NOW}`,
  args: [hash, session, hash, hash, number],
});

/** Who a session belongs to, while it lasts. */
export async function findSession(db: Database, hash: string): Promise<{ personId: string; until: string } | undefined> {
  const { rows } = await db.client.execute({
    sql: `SELECT person_id, expires_at FROM reply_sessions WHERE hash = ? AND expires_at > ${NOW}`,
    args: [hash],
  });
  const [row] = rows;
  return row && { personId: row.person_id as string, until: row.expires_at as string };
}

/** Ends one session. */
export async function endSession(db: Database, hash: string): Promise<void> {
  await db.client.execute({ sql: 'DELETE FROM reply_sessions WHERE hash = ?', args: [hash] });
}

/** For the office: who has a sheet, and until when. Never a secret. */
export async function listReplyKeys(
  db: Database,
): Promise<{ personId: string; number: number; issuedOn: string; expiresAt: string; valid: boolean }[]> {
  const { rows } = await db.client.execute(
    `SELECT person_id, number, issued_on, expires_at, (hash IS NOT NULL AND expires_at > ${NOW}) AS valid FROM reply_keys ORDER BY person_id`,
  );
  return rows.map((row) => ({
    personId: row.person_id as string,
    number: Number(row.number),
    issuedOn: row.issued_on as string,
    expiresAt: row.expires_at as string,
    valid: row.valid === 1,
  }));
}
