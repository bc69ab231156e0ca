import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

const until = (minutes: number): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+${Math.trunc(minutes)} minutes')`;

/** Who has a message now, and who had it before. */
export type Claim = { holder: string | undefined; before: string | undefined };

/**
 * Makes a message somebody's for some minutes, or keeps it so. Whoever holds it is returned; another's claim that is not
 * over stays as it is.
 * @param entry an audit row where claiming was all that was asked
 */
export async function claimMessage(
  db: Database,
  { id, holder, minutes, entry }: { id: string; holder: string; minutes: number; entry?: AuditEntry },
): Promise<Claim> {
  const results = await db.client.batch(
    [
      { sql: `SELECT holder FROM message_claims WHERE message_id = ? AND until > ${NOW}`, args: [id] },
      {
        sql: `INSERT INTO message_claims (message_id, holder, until) SELECT id, ?, ${until(minutes)} FROM messages WHERE id = ?
              ON CONFLICT (message_id) DO UPDATE SET holder = excluded.holder, until = excluded.until
              WHERE message_claims.holder = excluded.holder OR message_claims.until <= ${NOW}`,
        args: [holder, id],
      },
      ...(entry ? [auditIfChanged(entry)] : []),
      { sql: 'SELECT holder FROM message_claims WHERE message_id = ?', args: [id] },
    ],
    'write',
  );
  return { holder: results.at(-1)?.rows[0]?.holder as string | undefined, before: results[0]?.rows[0]?.holder as string | undefined };
}

/** Gives a message back to everybody; nothing where it was not this person's. */
export async function releaseMessage(db: Database, { id, holder }: { id: string; holder: string }): Promise<void> {
  await db.client.execute({ sql: 'DELETE FROM message_claims WHERE message_id = ? AND holder = ?', args: [id, holder] });
}
