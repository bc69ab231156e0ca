/**
 * Marks (校验数): a keyed number for every row of a rating. Their sum is kept beside the rows and grows in the same
 * transaction; who changes rows without the key cannot make the sum fit. Adding needs no order, so nothing tells who came
 * first, and no reading, so ratings need not wait for each other.
 */
import { ASPECTS, type Grades } from './rating.ts';

/** Four numbers below 2^48: their sums stay exact in SQLite and in JavaScript. */
export type Mark = readonly [number, number, number, number];

export const MARK_LIMIT = 2 ** 48;
export const NO_MARK: Mark = [0, 0, 0, 0];

export const addMarks = (marks: Iterable<Mark>): Mark => {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (const mark of marks) for (const place of [0, 1, 2, 3] as const) sum[place] = (sum[place] + mark[place]) % MARK_LIMIT;
  return sum;
};

export const sameMark = (one: Mark, other: Mark): boolean => one.every((value, place) => value === other[place]);

/** What of each row is marked. */
export const claimParts = (codeHash: string, reportId: string): string[] => ['claim', codeHash, reportId];
export const receiptParts = (reportId: string, hash: string): string[] => ['receipt', reportId, hash];
export const gradeParts = (id: string, reportId: string, grades: Grades): string[] => [
  'grade',
  id,
  reportId,
  ...ASPECTS.map((aspect) => grades[aspect] ?? ''),
];
export const entryParts = (line: string): string[] => ['entry', line];
