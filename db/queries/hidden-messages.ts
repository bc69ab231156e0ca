/** Messages that were public and are hidden now: why, and how many; never a word of them. */
import type { HidingReason } from '../domain/public-message.ts';
import type { Database } from '../remote.ts';

const HIDDEN_NOW = 'FROM message_hidings h JOIN messages m ON m.id = h.message_id WHERE h.ended_at IS NULL AND m.hidden = 1 AND m.consented = 1';

/** Why a message is hidden; undefined where it is not, or its sender took it back altogether. */
export async function findHiding(db: Database, id: string): Promise<HidingReason | undefined> {
  const { rows } = await db.client.execute({ sql: `SELECT h.reason ${HIDDEN_NOW} AND m.id = ?`, args: [id] });
  return rows[0]?.reason as HidingReason | undefined;
}

/** How many are hidden, by reason. */
export async function countHidden(db: Database): Promise<Partial<Record<HidingReason, number>>> {
  const { rows } = await db.client.execute({ sql: `SELECT h.reason, count(*) AS n ${HIDDEN_NOW} GROUP BY h.reason`, args: [] });
  return Object.fromEntries(rows.map((row) => [row.reason as HidingReason, Number(row.n)]));
}
