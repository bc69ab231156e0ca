import type { Database } from '../remote.ts';
import type { Change } from './rating-log.ts';

export type CodeSet = { id: string; issuedOn: string; reportIds: string[]; hashes: string[]; sample: boolean };

/** A printing of codes as it stands: counts only, never which code went where. */
export type KeptSet = {
  id: string;
  issuedOn: string;
  reportIds: string[];
  count: number;
  handedOut: number | null;
  returned: number | null;
  voidedOn: string | null;
  sample: boolean;
};

/** Keeps a printing of codes for reports. Hashes are stored sorted by themselves: no order of printing. */
export const newSetChanges = (set: CodeSet): Change[] => [
  {
    sql: 'INSERT INTO code_sets (id, issued_on, count, sample) VALUES (?, ?, ?, ?)',
    args: [set.id, set.issuedOn, set.hashes.length, set.sample ? 1 : 0],
  },
  ...set.reportIds.map((reportId) => ({ sql: 'INSERT INTO code_set_reports (set_id, report_id) VALUES (?, ?)', args: [set.id, reportId] })),
  ...inChunks(set.hashes.toSorted(), 400).map((hashes) => ({
    sql: `INSERT INTO codes (hash, set_id) VALUES ${hashes.map(() => '(?, ?)').join(', ')}`,
    args: hashes.flatMap((hash) => [hash, set.id]),
  })),
];

export const setCounts = (id: string, handedOut: number, returned: number): Change => ({
  sql: 'UPDATE code_sets SET handed_out = ?, returned = ? WHERE id = ?',
  args: [handedOut, returned, id],
  only: 1,
});

export const voidSet = (id: string, on: string): Change => ({
  sql: 'UPDATE code_sets SET voided_on = ? WHERE id = ? AND voided_on IS NULL',
  args: [on, id],
  only: 1,
});

/** All printings, or those for one report, newest first. */
export async function codeSets(db: Database, reportId?: string): Promise<KeptSet[]> {
  const only = reportId === undefined ? '' : 'WHERE id IN (SELECT set_id FROM code_set_reports WHERE report_id = ?)';
  const { rows } = await db.client.execute({
    sql: `SELECT id, issued_on, count, handed_out, returned, voided_on, sample,
          (SELECT group_concat(report_id) FROM (SELECT report_id FROM code_set_reports WHERE set_id = code_sets.id ORDER BY report_id)) AS reports
          FROM code_sets ${only} ORDER BY issued_on DESC, id`,
    args: reportId === undefined ? [] : [reportId],
  });
  const number = (value: unknown): number | null => (value === null ? null : Number(value));
  return rows.map((row) => ({
    id: row.id as string,
    issuedOn: row.issued_on as string,
    reportIds: ((row.reports as string | null) ?? '').split(',').filter(Boolean),
    count: Number(row.count),
    handedOut: number(row.handed_out),
    returned: number(row.returned),
    voidedOn: row.voided_on as string | null,
    sample: Number(row.sample) === 1,
  }));
}

/** The keyed hashes of a printing, sorted. */
export async function codeHashes(db: Database, setId: string): Promise<string[]> {
  const { rows } = await db.client.execute({ sql: 'SELECT hash FROM codes WHERE set_id = ? ORDER BY hash', args: [setId] });
  return rows.map((row) => row.hash as string);
}

function inChunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) => items.slice(place * size, (place + 1) * size));
}
