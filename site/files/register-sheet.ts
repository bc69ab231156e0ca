import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { REGISTER_COLUMNS, type RegisterRow } from '../queries/register.ts';
import { zhHans } from '../words/zh-Hans.ts';

const WIDTHS: Partial<Record<keyof RegisterRow, number>> = { title: 48, units: 28, lead: 12, state: 18, result: 16, number: 14 };

/** A cell that is text whatever it begins with: a workbook runs only cells of the type formula. */
const words = (value: string): Cell => (value === '' ? null : { type: String, value });
const day = (value: string): Cell => (value === '' ? null : { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'yyyy-mm-dd' });
const DAYS: ReadonlySet<string> = new Set(['submittedOn', 'assignedOn', 'dueOn', 'repliedOn']);

/** The register of a session as a workbook (.xlsx). Equal rows give equal bytes: the library stamps its parts with the time, so they are packed again. */
export async function registerSheet(title: string, rows: readonly RegisterRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const { column } = zhHans.proposals.register;
  const head = REGISTER_COLUMNS.map((name): Cell => ({ type: String, value: column[name], fontWeight: 'bold', wrap: true }));
  const body = rows.map((row) =>
    REGISTER_COLUMNS.map((name): Cell => {
      const value = row[name];
      return typeof value === 'number' ? { type: Number, value } : DAYS.has(name) ? day(value) : words(value);
    }),
  );
  const options = {
    // 31 characters at most, and none of these signs: a rule of the format.
    sheet: title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: REGISTER_COLUMNS.map((name) => ({ width: WIDTHS[name] ?? 12 })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
  const bytes = await writeExcelFile([head, ...body], options).toBuffer();
  const packed = zipSync(unzipSync(new Uint8Array(bytes)), { level: 6, mtime: new Date(1980, 0, 1) });
  return new Uint8Array(packed);
}
