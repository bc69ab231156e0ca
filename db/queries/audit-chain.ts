import type { Database } from '../remote.ts';

export type AuditRow = { seq: number; id: string; at: string; actor: string; act: string; target: string };
export type AuditLink = { seq: number; hash: string };

/** The newest link; number 0 and an empty hash where nothing is linked yet. */
export async function lastLink(db: Database): Promise<AuditLink> {
  const { rows } = await db.client.execute('SELECT seq, hash FROM audit_links ORDER BY seq DESC LIMIT 1');
  return { seq: Number(rows[0]?.seq ?? 0), hash: (rows[0]?.hash as string | undefined) ?? '' };
}

const asRow = (row: Record<string, unknown>): AuditRow => ({
  seq: Number(row.seq),
  id: String(row.id),
  at: String(row.at),
  actor: String(row.actor),
  act: String(row.act),
  target: String(row.target),
});

/** Rows after a number, in order. */
export async function rowsAfter(db: Database, seq: number, limit: number): Promise<AuditRow[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT seq, id, at, actor, act, target FROM audit WHERE seq > ? ORDER BY seq LIMIT ?',
    args: [seq, limit],
  });
  return rows.map(asRow);
}

/** Adds links after `last`. False where somebody else linked meanwhile, and nothing was written. */
export async function keepLinks(db: Database, last: number, links: AuditLink[]): Promise<boolean> {
  const { rowsAffected } = await db.client.execute({
    sql: `INSERT INTO audit_links (seq, hash) SELECT value ->> 'seq', value ->> 'hash' FROM json_each(?)
          WHERE (SELECT coalesce(max(seq), 0) FROM audit_links) = ?`,
    args: [JSON.stringify(links), last],
  });
  return rowsAffected === links.length;
}

/** Rows and links by number, either of which may be missing, in pages after a number. */
export async function chainAfter(
  db: Database,
  seq: number,
  limit: number,
): Promise<{ seq: number; row: AuditRow | undefined; hash: string | undefined }[]> {
  const { rows } = await db.client.execute({
    sql: `WITH n AS (SELECT seq FROM audit WHERE seq > ? UNION SELECT seq FROM audit_links WHERE seq > ? ORDER BY seq LIMIT ?)
          SELECT n.seq AS n, a.seq AS seq, id, at, actor, act, target, hash FROM n
          LEFT JOIN audit a ON a.seq = n.seq LEFT JOIN audit_links l ON l.seq = n.seq ORDER BY n.seq`,
    args: [seq, seq, limit],
  });
  return rows.map((row) => ({ seq: Number(row.n), row: row.seq === null ? undefined : asRow(row), hash: (row.hash as string | null) ?? undefined }));
}

/** Numbers at or below zero can only have been written by hand. */
export async function strayRows(db: Database): Promise<number[]> {
  const { rows } = await db.client.execute('SELECT seq FROM audit WHERE seq <= 0 UNION SELECT seq FROM audit_links WHERE seq <= 0');
  return rows.map((row) => Number(row.seq));
}
