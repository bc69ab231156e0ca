import writeXlsxFile from 'write-excel-file/universal';

/** A workbook with one sheet. Every cell is text, so nothing in it can become a formula. */
export async function tableToXlsx({
  columns,
  rows,
  sheet,
}: {
  columns: string[];
  rows: Record<string, string | null>[];
  sheet: string;
}): Promise<ArrayBuffer> {
  const head = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => columns.map((column) => ({ value: row[column] ?? '', type: String })));
  const blob = await writeXlsxFile([head, ...cells], { sheet, stickyRowsCount: 1 }).toBlob();
  return blob.arrayBuffer();
}
