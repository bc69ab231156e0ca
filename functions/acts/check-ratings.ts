import { canonicalJson } from '../../db/domain/canonical.ts';
import { fromHex, toHex } from '../../db/domain/hex.ts';
import { treeRoot } from '../../db/domain/merkle.ts';
import type { RatingWindow } from '../../db/domain/rating.ts';
import { isChain, parseLine, subjectOf, type Disagreement, type LogEntry } from '../../db/domain/rating-log.ts';
import { addMarks, claimParts, entryParts, gradeParts, NO_MARK, receiptParts, sameMark } from '../../db/domain/rating-mark.ts';
import { batchesAsLogged, resultAsLogged, windowAsLogged } from '../../db/domain/rating-as-logged.ts';
import { codeHashes, codeSets } from '../../db/queries/codes.ts';
import { LOG_SUM, logRows, type LogRow } from '../../db/queries/rating-log.ts';
import { logSum, type RatingRows } from '../../db/queries/rating-rows.ts';
import type { ActContext } from '../act-context.ts';
import { sha256, sha256Hex } from '../sha256.ts';

type Tools = Pick<ActContext, 'db' | 'keys'>;

/** The root over receipts' hashes, which are sorted and are leaves as they are. */
export const receiptsRoot = (hashes: readonly string[]): string => toHex(treeRoot(sha256, hashes.map(fromHex)));

/** Entries of the log by what they are about; unreadable lines are left out, the log itself then disagrees. */
export const entriesOf = (rows: readonly Pick<LogRow, 'line'>[]): LogEntry[] =>
  rows.flatMap(({ line }) => {
    try {
      return [parseLine(line)];
    } catch {
      return [];
    }
  });

/** True where the log is a chain, every line is vouched for by the key, and none is missing at the end. */
export async function logHolds({ db, keys }: Tools): Promise<boolean> {
  const [rows, sum] = [await logRows(db), await logSum(db, LOG_SUM)];
  const mark = addMarks(rows.map(({ line }) => keys.markOf(entryParts(line))));
  return (
    rows.every(({ line, mac }) => keys.lineMac(line) === mac) &&
    rows.every(({ line, act, subject }) => {
      const [entry] = entriesOf([{ line }]);
      return entry?.act === act && subjectOf(entry) === subject;
    }) &&
    isChain(
      rows.map(({ line }) => line),
      sha256Hex,
    ) &&
    rows.length === (sum?.n ?? 0) &&
    sameMark(mark, sum?.mark ?? NO_MARK)
  );
}

/** Printings of codes that are not as the log tells of them. */
export async function wrongSets({ db }: Tools): Promise<string[]> {
  const sets = new Map((await codeSets(db)).map((set) => [set.id, set]));
  const entries = entriesOf(await logRows(db));
  const wrong = new Set(sets.keys());
  for (const issued of entries) {
    if (issued.act !== 'issued') continue;
    const set = sets.get(issued.set);
    const own = entries.filter((entry) => 'set' in entry && entry.set === issued.set);
    const counted = own.findLast((entry): entry is LogEntry<'counted'> => entry.act === 'counted');
    const holds =
      set !== undefined &&
      set.count === issued.count &&
      set.issuedOn === issued.issuedOn &&
      set.sample === (issued.sample === true) &&
      canonicalJson(set.reportIds) === canonicalJson(issued.reports.toSorted()) &&
      set.handedOut === (counted?.handedOut ?? null) &&
      set.returned === (counted?.returned ?? null) &&
      set.voidedOn === (own.find(({ act }) => act === 'voidedCodes')?.on ?? null) &&
      sha256Hex((await codeHashes(db, set.id)).join('\n')) === issued.codes;
    if (holds) wrong.delete(issued.set);
    else wrong.add(issued.set);
  }
  return [...wrong];
}

/** In what ways the rows of one report disagree with each other, with their keyed sum and with what the log says of it. */
export function disagreementsOf(
  { keys }: Pick<ActContext, 'keys'>,
  report: string,
  rows: RatingRows,
  window: RatingWindow | undefined,
  log: LogEntry[],
): Disagreement[] {
  const { claims, grades, receipts, sum, unknownClaims } = rows;
  const n = sum?.n ?? 0;
  const mark = addMarks([
    ...claims.map((codeHash) => keys.markOf(claimParts(codeHash, report))),
    ...receipts.map(({ hash }) => keys.markOf(receiptParts(report, hash))),
    ...grades.map(({ id, grades: given }) => keys.markOf(gradeParts(id, report, given))),
  ]);
  const wrong: [Disagreement, boolean][] = [
    ['counts', [claims, grades, receipts].some(({ length }) => length !== n)],
    ['sums', !sameMark(mark, sum?.mark ?? NO_MARK)],
    ['codes', unknownClaims > 0],
    ['window', !windowAsLogged(window, log)],
    ['batches', !batchesAsLogged(receipts, log, receiptsRoot)],
    ['result', !resultAsLogged(grades, log)],
  ];
  return wrong.flatMap(([name, is]) => (is ? [name] : []));
}
