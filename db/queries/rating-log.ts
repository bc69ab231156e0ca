import type { Transaction } from '@libsql/client/web';
import { addMarks, MARK_LIMIT, type Mark } from '../domain/rating-mark.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import type { Statement } from './statement.ts';

/** The name under which the log has its sum. */
export const LOG_SUM = ':log';

export type LogRow = { entry: number; subject: string; act: string; line: string; mac: string };
export type NewLogRow = LogRow & { mark: Mark };

/** A change that goes with new entries; `only` says that it must change this many rows, or nothing is kept. */
export type Change = Statement & { only?: number };

/** Adds to a keyed sum, which is made where there is none. `when` is a condition, such as `changes() = 1`. */
export const addToSum = (name: string, n: number, mark: Mark, when = 'true'): Statement => ({
  sql: `INSERT INTO rating_sums (name, n, a, b, c, d) SELECT ?, ?, ?, ?, ?, ? WHERE ${when}
        ON CONFLICT (name) DO UPDATE SET n = n + excluded.n,
        ${['a', 'b', 'c', 'd'].map((part) => `${part} = (${part} + excluded.${part}) % ${MARK_LIMIT}`).join(', ')}`,
  args: [name, n, ...mark],
});

/**
 * Adds entries at the end of the log together with the changes they tell of, all or nothing.
 * @returns false where the log has grown since `after` was read, or a change no longer fits: read again and retry
 */
export async function appendToLog(db: Database, after: number, rows: NewLogRow[], changes: Change[]): Promise<boolean> {
  const transaction = await db.client.transaction('write');
  try {
    const { rows: head } = await transaction.execute('SELECT coalesce(max(entry), 0) AS entry FROM rating_log');
    const fits = Number(head[0]?.entry) === after && (await applied(transaction, changes));
    if (!fits) {
      await transaction.rollback();
      return false;
    }
    for (const { entry, subject, act, line, mac } of rows)
      await transaction.execute({
        sql: 'INSERT INTO rating_log (entry, subject, act, line, mac) VALUES (?, ?, ?, ?, ?)',
        args: [entry, subject, act, line, mac],
      });
    if (rows.length > 0) await transaction.execute(addToSum(LOG_SUM, rows.length, addMarks(rows.map(({ mark }) => mark))));
    await transaction.commit();
    return true;
  } catch (error) {
    // Not after a commit: by then the connection may hold somebody else's transaction.
    transaction.close();
    throw error;
  }
}

async function applied(transaction: Transaction, changes: Change[]): Promise<boolean> {
  for (const { sql, args, only } of changes) {
    const { rowsAffected } = await transaction.execute({ sql, args });
    if (only !== undefined && rowsAffected !== only) return false;
  }
  return true;
}

/** The last entry, and the database's clock. */
export async function logHead(db: Database): Promise<{ entry: number; line: string | undefined; now: string }> {
  const { rows } = await db.client.execute({
    sql: `SELECT h.entry, h.line, ${NOW} AS now FROM (SELECT 1) LEFT JOIN (SELECT entry, line FROM rating_log ORDER BY entry DESC LIMIT 1) h`,
    args: [],
  });
  const [head] = rows;
  return { entry: Number(head?.entry ?? 0), line: (head?.line as string | null) ?? undefined, now: head?.now as string };
}

/** All entries in order, or those of one report or code set. */
export async function logRows(db: Database, subject?: string): Promise<LogRow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT entry, subject, act, line, mac FROM rating_log ${subject === undefined ? '' : 'WHERE subject = ?'} ORDER BY entry`,
    args: subject === undefined ? [] : [subject],
  });
  return rows.map((row) => ({
    entry: Number(row.entry),
    subject: row.subject as string,
    act: row.act as string,
    line: row.line as string,
    mac: row.mac as string,
  }));
}
