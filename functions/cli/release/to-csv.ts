import Papa from 'papaparse';

type Row = Record<string, string | number | boolean | null>;

/** What a spreadsheet would run as a formula, in the half and full width that keyboards here offer. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table of records: a column per field, `a.b` for fields inside a field, lists of words joined by ` | `, other lists
 * as JSON. Cells that a spreadsheet would run get a leading apostrophe.
 * @returns RFC 4180 with a byte order mark, without which Excel misreads Chinese
 */
export const toCsv = (items: readonly object[]): string => {
  const rows = items.map((item) => flatten(item));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `\uFEFF${Papa.unparse({ fields: columns, data: rows }, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
};

const flatten = (item: object, prefix = ''): Row => {
  const row: Row = {};
  for (const [key, value] of Object.entries(item) as [string, unknown][]) {
    const name = `${prefix}${key}`;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) row[name] = value as Row[string];
    else if (Array.isArray(value)) row[name] = value.every((part) => typeof part === 'string') ? value.join(' | ') : JSON.stringify(value);
    else if (typeof value === 'object') Object.assign(row, flatten(value, `${name}.`));
  }
  return row;
};
