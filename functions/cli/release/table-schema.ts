import type { DictionaryClass } from '../../dictionary.ts';
import type { Cell, Table } from '../../to-csv.ts';

type Field = { name: string; type: 'string' | 'integer' | 'number' | 'boolean' | 'date'; description?: string };

/** The Table Schema (Frictionless) of a CSV file: each column with its type, as its cells show it, and its meaning. */
export const tableSchema = ({ columns, rows }: Table, described: DictionaryClass): { fields: Field[]; primaryKey: string } => {
  const meanings = new Map(described.fields.map(({ path, meaning }) => [path.replaceAll('[]', ''), meaning]));
  const fields = columns.map((name) => ({ name, type: typeOf(rows.map((row) => row[name])), ...describe(meanings.get(name)) }));
  return { fields, primaryKey: 'id' };
};

const describe = (description: string | undefined) => (description ? { description } : {});

const typeOf = (cells: readonly (Cell | undefined)[]): Field['type'] => {
  const filled = cells.filter((cell) => cell !== undefined && cell !== null && cell !== '');
  if (filled.length === 0) return 'string';
  if (filled.every((cell) => typeof cell === 'boolean')) return 'boolean';
  if (filled.every((cell) => Number.isInteger(cell))) return 'integer';
  if (filled.every((cell) => typeof cell === 'number')) return 'number';
  return filled.every((cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)) ? 'date' : 'string';
};
