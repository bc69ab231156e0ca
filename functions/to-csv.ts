import Papa from 'papaparse';

export type Cell = string | number | boolean | null;
export type Table = { columns: string[]; rows: Record<string, Cell>[] };

/** What a spreadsheet would run as a formula, in the half and full width that keyboards here offer, also behind spaces. */
export const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table of records: a column per field, `a.b` for fields inside a field, lists of words joined by ` | `, other lists as
 * JSON. `whenEmpty` are the columns of a table without rows: it still says what it would hold.
 */
export const toTable = (items: readonly object[], whenEmpty: readonly string[] = ['id']): Table => {
  const rows = items.map((item) => flatten(item));
  const columns = new Set(rows.length === 0 ? whenEmpty : rows.flatMap((row) => Object.keys(row)));
  return { columns: [...columns], rows };
};

/**
 * The table as CSV. Cells that a spreadsheet would run get a leading apostrophe.
 * @returns RFC 4180 with a byte order mark, without which Excel misreads Chinese
 */
export const tableToCsv = ({ columns, rows }: Table): string =>
  `\uFEFF${Papa.unparse({ fields: columns, data: rows }, { newline: '\r\n', escapeFormulae: FORMULA }).trimEnd()}\r\n`;

/** Records as CSV. */
export const toCsv = (items: readonly object[]): string => tableToCsv(toTable(items));

const flatten = (item: object, prefix = ''): Record<string, Cell> => {
  const row: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(item) as [string, unknown][]) {
    const name = `${prefix}${key}`;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) row[name] = value as Cell;
    else if (Array.isArray(value)) row[name] = value.every((part) => typeof part === 'string') ? value.join(' | ') : JSON.stringify(value);
    else if (typeof value === 'object') Object.assign(row, flatten(value, `${name}.`));
  }
  return row;
};
