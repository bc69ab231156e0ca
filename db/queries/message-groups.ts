import type { Database } from '../remote.ts';

export type Ungrouped = { id: string; title: string; text: string };

const CANDIDATES = 40;

/** Messages since a day that belong to no group yet, the oldest first. */
export async function ungroupedSince(db: Database, day: string, most: number): Promise<Ungrouped[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT id, title, text FROM messages m WHERE submitted_on >= ? AND text <> ''
          AND NOT EXISTS (SELECT 1 FROM message_groups g WHERE g.message_id = m.id) ORDER BY submitted_on, id LIMIT ?`,
    args: [day, most],
  });
  return rows.map((row) => ({ id: row.id as string, title: row.title as string, text: row.text as string }));
}

/** First messages of groups that share a band with a text, those with most bands in common first. */
export async function groupsByBands(db: Database, bands: readonly string[]): Promise<Ungrouped[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT m.id, m.title, m.text FROM (
            SELECT message_id, count(*) AS n FROM message_bands WHERE band IN (SELECT value FROM json_each(?)) GROUP BY message_id ORDER BY n DESC LIMIT ?
          ) b JOIN messages m ON m.id = b.message_id WHERE m.text <> '' ORDER BY b.n DESC`,
    args: [JSON.stringify(bands), CANDIDATES],
  });
  return rows.map((row) => ({ id: row.id as string, title: row.title as string, text: row.text as string }));
}

/** Puts a message into a group. Only the first of a group keeps its bands: the others are found through it. */
export async function keepGroup(db: Database, { id, groupId, bands }: { id: string; groupId: string; bands: readonly string[] }): Promise<void> {
  await db.client.batch(
    [
      { sql: 'INSERT INTO message_groups (message_id, group_id) VALUES (?, ?) ON CONFLICT DO NOTHING', args: [id, groupId] },
      ...(id === groupId
        ? [
            {
              sql: 'INSERT INTO message_bands (band, message_id) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING',
              args: [id, JSON.stringify(bands)],
            },
          ]
        : []),
    ],
    'write',
  );
}

/** Forgets signatures of texts that were erased, and of those too old to be compared with. */
export async function forgetBands(db: Database, day: string): Promise<void> {
  await db.client.execute({
    sql: `DELETE FROM message_bands WHERE message_id IN (SELECT message_id FROM erased_texts)
          OR message_id IN (SELECT b.message_id FROM message_bands b JOIN messages m ON m.id = b.message_id WHERE m.submitted_on < ?)`,
    args: [day],
  });
}
