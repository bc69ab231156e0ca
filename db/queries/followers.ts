import { and, asc, eq, gt, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { ASKED_A_DAY } from '../domain/follow.ts';
import { followers } from '../tables/followers.ts';
import type { Database } from '../remote.ts';
import type { Statement } from './statement.ts';

export type FollowerToKeep = { id: string; mailMark: string; question: string; sealed: string; codeHash: string; askedAt: string };

/** Keeps somebody who asked to follow, unless the address has asked too often in a day; the notice goes with it. */
export async function keepFollower(db: Database, row: FollowerToKeep, dayAgo: string, notice: Statement): Promise<void> {
  const insert = {
    sql: `INSERT INTO followers (id, mail_mark, question, sealed, code_hash, asked_at) SELECT ?, ?, ?, ?, ?, ?
          WHERE (SELECT count(*) FROM followers WHERE mail_mark = ? AND asked_at > ?) < ? ON CONFLICT (mail_mark, question) DO NOTHING`,
    args: [row.id, row.mailMark, row.question, row.sealed, row.codeHash, row.askedAt, row.mailMark, dayAgo, ASKED_A_DAY],
  };
  await db.client.batch([insert, notice], 'write');
}

/** Whoever follows this already, or has asked to. */
export const findFollower = async (db: Database, mailMark: string, question: string) =>
  (
    await db.orm
      .select({ id: followers.id, confirmedOn: followers.confirmedOn, askedAt: followers.askedAt })
      .from(followers)
      .where(and(eq(followers.mailMark, mailMark), eq(followers.question, question)))
  )[0];

/** Confirms; a second time changes nothing. @returns what is followed, undefined where nobody has this code any more */
export async function confirmFollower(db: Database, codeHash: string, { on, at, since }: { on: string; at: string; since: string }) {
  const [, found] = await db.client.batch(
    [
      {
        sql: 'UPDATE followers SET confirmed_on = ?, told_until = ? WHERE code_hash = ? AND confirmed_on IS NULL AND asked_at > ?',
        args: [on, at, codeHash, since],
      },
      { sql: 'SELECT question FROM followers WHERE code_hash = ? AND confirmed_on IS NOT NULL', args: [codeHash] },
    ],
    'write',
  );
  return found?.rows[0]?.question as string | undefined;
}

/**
 * Forgets a follower and what was still to be told, and remembers that it did, so that an older copy of the database that
 * is brought back does not bring them back (db/queries/later.ts). @returns what was followed, undefined where nobody has this code
 */
export async function forgetFollower(db: Database, codeHash: string): Promise<string | undefined> {
  const own = 'SELECT id FROM followers WHERE code_hash = ?';
  const results = await db.client.batch(
    [
      {
        sql: `INSERT OR IGNORE INTO erasures (message_id, on_day) SELECT id, date('now', '+8 hours') FROM followers WHERE code_hash = ?`,
        args: [codeHash],
      },
      { sql: `DELETE FROM outbox WHERE state <> 'sent' AND about IN (${own})`, args: [codeHash] },
      { sql: 'DELETE FROM followers WHERE code_hash = ? RETURNING question', args: [codeHash] },
    ],
    'write',
  );
  return results.at(-1)?.rows[0]?.question as string | undefined;
}

/** Forgets those who never confirmed, mails to followers that could not be sent, and news that no release tells any more. */
export async function forgetUnconfirmed(db: Database, before: string): Promise<void> {
  await db.client.batch(
    [
      {
        sql: `DELETE FROM outbox WHERE state <> 'sent' AND about IN (SELECT id FROM followers WHERE confirmed_on IS NULL AND asked_at <= ?)`,
        args: [before],
      },
      { sql: 'DELETE FROM followers WHERE confirmed_on IS NULL AND asked_at <= ?', args: [before] },
      { sql: `DELETE FROM outbox WHERE state IN ('failed', 'byHand') AND substr(about, 1, 4) = 'fol_'`, args: [] },
    ],
    'write',
  );
}

/**
 * Remembers which news the release tells; what was not known before is new at `at`. In an empty table nothing is new:
 * it is the site's own beginning. What left the release long ago is forgotten.
 */
export async function noteNews(db: Database, ids: readonly string[], at: string, forgetBefore: string): Promise<void> {
  const list = JSON.stringify(ids);
  await db.client.batch(
    [
      {
        sql: `INSERT OR IGNORE INTO seen_news (id, seen_at)
              SELECT value, CASE WHEN EXISTS (SELECT 1 FROM seen_news) THEN ? ELSE '1970-01-01' END FROM json_each(?)`,
        args: [at, list],
      },
      { sql: 'DELETE FROM seen_news WHERE seen_at < ? AND id NOT IN (SELECT value FROM json_each(?))', args: [forgetBefore, list] },
    ],
    'write',
  );
}

/** News first seen after a moment, by id. */
export async function newsSeenAfter(db: Database, moment: string): Promise<Map<string, string>> {
  const { rows } = await db.client.execute({ sql: 'SELECT id, seen_at FROM seen_news WHERE seen_at > ?', args: [moment] });
  return new Map(rows.map((row) => [row.id as string, row.seen_at as string]));
}

export type Follower = { id: string; question: string; sealed: string; toldUntil: string | null };

/** Followers to whom today's mail has not gone yet, in the order of their ids, after `after`. */
export const followersToTell = (db: Database, today: string, after: string, most: number): Promise<Follower[]> =>
  db.orm
    .select({ id: followers.id, question: followers.question, sealed: followers.sealed, toldUntil: followers.toldUntil })
    .from(followers)
    .where(and(isNotNull(followers.confirmedOn), gt(followers.id, after), or(isNull(followers.lastToldOn), lt(followers.lastToldOn, today))))
    .orderBy(asc(followers.id))
    .limit(most);

/** Moves a follower's mark and keeps the notice, both or neither; of two jobs at once one does it. */
export async function markTold(db: Database, { id, toldUntil }: Follower, { on, at }: { on: string; at: string }, notice: Statement): Promise<void> {
  const move = {
    sql: 'UPDATE followers SET told_until = ?, last_told_on = ? WHERE id = ? AND told_until = ? AND (last_told_on IS NULL OR last_told_on < ?)',
    args: [at, on, id, toldUntil ?? '', on],
  };
  await db.client.batch([move, notice], 'write');
}
