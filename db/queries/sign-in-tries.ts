import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';

export type TryLimit = { key: string; most: number; seconds: number };
export type TryOutcome = { allowed: boolean; secondsLeft: number };

const later = (seconds: number): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+${Math.trunc(seconds)} seconds')`;

/**
 * Counts a try under each key before it is made, so that many at once cannot slip by; refused where any key is full.
 * In the database, because a Worker's memory is not everybody's.
 */
export async function countTries(db: Database, limits: TryLimit[]): Promise<TryOutcome> {
  const results = await db.client.batch(
    limits.map(({ key, seconds }) => ({
      sql: `INSERT INTO sign_in_tries (key, tries, ends_at) VALUES (?, 1, ${later(seconds)})
            ON CONFLICT (key) DO UPDATE SET
              tries = CASE WHEN ends_at <= ${NOW} THEN 1 ELSE tries + 1 END,
              ends_at = CASE WHEN ends_at <= ${NOW} THEN ${later(seconds)} ELSE ends_at END
            RETURNING tries, (julianday(ends_at) - julianday('now')) * 86400 AS seconds`,
      args: [key],
    })),
    'write',
  );
  const full = results.flatMap(({ rows }, place) => (Number(rows[0]?.tries) > (limits[place]?.most ?? 0) ? [Number(rows[0]?.seconds)] : []));
  return { allowed: full.length === 0, secondsLeft: Math.max(1, Math.ceil(Math.max(0, ...full))) };
}

/** Takes counted tries back: what was right does not count. */
export async function forgiveTries(db: Database, keys: string[]): Promise<void> {
  await db.client.batch(
    keys.map((key) => ({ sql: 'UPDATE sign_in_tries SET tries = max(0, tries - 1) WHERE key = ?', args: [key] })),
    'write',
  );
}

/** Keeps that a code of the app was used; false where it was used before (ASVS 6.5.1). */
export async function claimCode(db: Database, hash: string): Promise<boolean> {
  const { rowsAffected } = await db.client.execute({
    sql: `INSERT INTO used_challenges (nonce, expires_at) VALUES (?, ${later(120)}) ON CONFLICT DO NOTHING`,
    args: [hash],
  });
  return rowsAffected === 1;
}
