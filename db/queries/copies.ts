/** Copies of a whole database: made, looked into, filled row by row where the database is not a file. */
import type { Client, InValue, ResultSet } from '@libsql/client/web';
import type { Database } from '../remote.ts';

type Row = ResultSet['rows'][number];

/** Rows read and written at a time. */
const PAGE = 500;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Writes the whole database into a new file, as it is at one moment. Other writers wait meanwhile. */
export const copyIntoFile = async (db: Database, file: string): Promise<void> => {
  await db.client.execute({ sql: 'VACUUM INTO ?', args: [file] });
};

/** Names of all tables with rows of ours, without SQLite's own. */
export async function tablesOf(client: Pick<Client, 'execute'>): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name",
  );
  return rows.map(({ name }) => name as string);
}

/** Rows in a table. */
export const countRows = async (client: Pick<Client, 'execute'>, table: string): Promise<number> =>
  Number((await client.execute(`SELECT count(*) AS n FROM ${quoted(table)}`)).rows[0]?.n);

/** What SQLite finds wrong in a file; empty where nothing is. */
export async function damageOf(client: Pick<Client, 'execute'>): Promise<string[]> {
  const found = (await client.execute('PRAGMA integrity_check')).rows.map((row) => String(row.integrity_check));
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}

/** The newest migration that a database has seen, as milliseconds; undefined where it was never ours. */
export async function newestMigration(client: Pick<Client, 'execute'>): Promise<number | undefined> {
  const { rows } = await client.execute("SELECT count(*) AS n FROM sqlite_schema WHERE name = '__drizzle_migrations'");
  if (Number(rows[0]?.n) === 0) return undefined;
  return Number((await client.execute('SELECT max(created_at) AS newest FROM __drizzle_migrations')).rows[0]?.newest);
}

/**
 * Copies all rows of all tables into a database with the same tables and no rows, in the order of their keys, read at one
 * moment. For databases over HTTP, which cannot be copied as files.
 * @param told rows copied so far
 */
export async function copyRows(from: Database, to: Database, told: (rows: number) => void): Promise<void> {
  await to.client.execute('PRAGMA foreign_keys = OFF');
  const reading = await from.client.transaction('read');
  let copied = 0;
  try {
    for (const table of await tablesOf(to.client)) {
      const key = await keyOf(reading, table);
      for (let after: Row | undefined; ;) {
        const { rows, columns } = await reading.execute(pageAfter(table, key, after));
        if (rows.length === 0) break;
        const insert = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
        await to.client.batch(
          rows.map((row) => ({ sql: insert, args: columns.map((column) => row[column] as InValue) })),
          'write',
        );
        told((copied += rows.length));
        after = rows.at(-1);
      }
    }
  } finally {
    reading.close();
  }
}

async function keyOf(client: Pick<Client, 'execute'>, table: string): Promise<string[]> {
  const { rows } = await client.execute({ sql: 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk', args: [table] });
  if (rows.length === 0) throw new Error(`${table} has no primary key`);
  return rows.map(({ name }) => name as string);
}

const pageAfter = (table: string, key: readonly string[], after: Row | undefined) => {
  const names = key.map(quoted).join(', ');
  const from = after ? `WHERE (${names}) > (${key.map(() => '?').join(', ')})` : '';
  return {
    sql: `SELECT * FROM ${quoted(table)} ${from} ORDER BY ${names} LIMIT ${PAGE}`,
    args: after ? key.map((name) => after[name] as InValue) : [],
  };
};
