/** What an insider does who can write to the database, but has neither the keys nor what is already published. */
import type { Database } from '../../db/client.ts';

const TABLES: Record<string, { key: string; columns: Record<string, readonly (string | number | null)[]> }> = {
  rating_grades: {
    key: 'id',
    columns: {
      overall: ['satisfied', 'basicallySatisfied', 'dissatisfied'],
      duties: ['satisfied', 'dissatisfied', null],
      report_id: ['report-1', 'report-2'],
      id: ['grd_00000000000000000000'],
    },
  },
  rating_claims: { key: 'code_hash', columns: { code_hash: ['unused'], report_id: ['report-1', 'report-2'] } },
  rating_receipts: { key: 'hash', columns: { hash: ['0'.repeat(64)], batch: [null, 1, 2, 9] } },
  codes: { key: 'hash', columns: { hash: ['planted'] } },
  code_set_reports: { key: 'report_id', columns: { report_id: ['report-9'] } },
  code_sets: {
    key: 'id',
    columns: { count: [1, 400], issued_on: ['2026-01-02'], sample: [0, 1], voided_on: ['2026-01-01', null], handed_out: [3], returned: [2] },
  },
  rating_windows: {
    key: 'report_id',
    columns: {
      opens_at: ['2019-01-01T00:00:00.000Z'],
      closes_at: ['2035-01-01T00:00:00.000Z'],
      voided_at: ['2026-01-01T00:00:00.000Z', null],
      reason: ['x', null],
      frozen: [0, 1],
    },
  },
  rating_sums: { key: 'name', columns: { n: [1, 20, 21], a: [7], d: [11] } },
  rating_log: { key: 'entry', columns: { line: ['{}'], mac: ['x'], act: ['batch', 'closed'], subject: ['report-1', 'report-2'] } },
};

export type Tampering = { table: string; deed: 'insert' | 'delete' | 'change'; detail: string };

/**
 * Does one thing to one row, chosen by `random` (0 to 1), so that something in the table really is different.
 * @returns undefined where the database itself refused
 */
export async function tamper({ client }: Database, random: () => number): Promise<Tampering | undefined> {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const table = pick(Object.keys(TABLES));
  const { key, columns } = TABLES[table] as (typeof TABLES)[string];
  const deed = pick(['insert', 'delete', 'change'] as const);
  const all = async () => JSON.stringify((await client.execute(`SELECT * FROM ${table} ORDER BY 1, 2`)).rows.map((row) => ({ ...row })));
  const before = await all();
  const { rows } = await client.execute(`SELECT * FROM ${table}`);
  const row = { ...pick(rows) } as Record<string, string | number | null>;
  const id = row[key] as string;
  await client.execute('PRAGMA foreign_keys = OFF');
  try {
    if (deed === 'delete') await client.execute({ sql: `DELETE FROM ${table} WHERE ${key} = ?`, args: [id] });
    if (deed === 'change') {
      const column = pick(Object.keys(columns));
      await client.execute({ sql: `UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, args: [pick(columns[column] ?? [null]), id] });
    }
    if (deed === 'insert') {
      // A copy under a key of its own: the most that can be made of what is there.
      const copy = { ...row, [key]: table === 'rating_log' ? rows.length + 1 : `${String(id).slice(0, -1)}${id.endsWith('z') ? 'y' : 'z'}` };
      const names = Object.keys(copy);
      await client.execute({
        sql: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        args: Object.values(copy),
      });
    }
  } catch {
    return undefined;
  }
  return (await all()) === before ? undefined : { table, deed, detail: String(id) };
}
