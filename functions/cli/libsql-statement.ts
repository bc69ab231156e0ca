/** Statements, values and conditions of Hrana 2 on a native connection; see libsql-endpoint.ts. */
import type Database from 'libsql';

type Native = InstanceType<typeof Database>;
type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };
export type HranaStatement = { sql?: string | null; sql_id?: number | null; args?: Value[]; named_args?: { name: string; value: Value }[] };
export type Result = {
  cols: { name: string; decltype: string | null }[];
  rows: Value[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
};

/** Runs one statement. */
export function runStatement(
  db: Native,
  { sql, sql_id: sqlId, args = [], named_args: named = [] }: HranaStatement,
  sqls: Map<number, string>,
): Result {
  const statement = db.prepare(sql ?? sqls.get(sqlId ?? -1) ?? '');
  const binds =
    named.length > 0 ? Object.fromEntries(named.map(({ name, value }) => [name.replace(/^[:@$]/, ''), toNative(value)])) : args.map(toNative);
  statement.safeIntegers(true);
  if (!returnsRows(statement)) {
    const { changes, lastInsertRowid } = statement.run(binds);
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) };
  }
  const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
  const rows = (statement.all(binds) as unknown[][]).map((row) => row.map(fromNative));
  return { cols, rows, affected_row_count: 0, last_insert_rowid: null };
}

/** Runs several statements given as one text. */
export const runSequence = (db: Native, sql: string): void => void db.exec(sql);

function returnsRows(statement: { raw: (on: boolean) => unknown }): boolean {
  try {
    // The driver has no question for it: raw() throws for a statement without rows.
    statement.raw(true);
    return true;
  } catch {
    return false;
  }
}

type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' };
type Course = { results: (Result | null)[]; errors: (object | null)[]; inTransaction: boolean };

/** Whether a step of a batch is to run, given how those before it went. */
export function condition(of: Condition, course: Course): boolean {
  switch (of.type) {
    case 'ok':
      return course.results[of.step] != null;
    case 'error':
      return course.errors[of.step] != null;
    case 'not':
      return !condition(of.cond, course);
    case 'and':
      return of.conds.every((one) => condition(one, course));
    case 'or':
      return of.conds.some((one) => condition(one, course));
    case 'is_autocommit':
      return !course.inTransaction;
  }
}

function toNative(value: Value): unknown {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    case 'blob':
      return Buffer.from(value.base64, 'base64');
    default:
      return value.value;
  }
}

function fromNative(value: unknown): Value {
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  if (value instanceof Uint8Array) return { type: 'blob', base64: Buffer.from(value).toString('base64') };
  return { type: 'null' };
}
