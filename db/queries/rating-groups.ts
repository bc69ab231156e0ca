import type { InValue } from '@libsql/client/web';
import { newId } from '../domain/ids.ts';
import { addMarks } from '../domain/rating-mark.ts';
import type { Database } from '../remote.ts';
import {
  auditOf,
  claimStatement,
  explainRefusals,
  gradeValues,
  INSERT_COMMENTS,
  INSERT_GRADES,
  INSERT_RECEIPTS,
  type RatingOutcome,
  type RatingToKeep,
} from './ratings.ts';
import { addToSum } from './rating-log.ts';
import { INSERT_KEYS, KEY_MAKES_WAY, KEY_EXPIRY, type Statement } from './statement.ts';

/**
 * Keeps a group of ratings in one transaction of a few statements, each rating still decided on its own as by
 * `keepRating`. For an embedded database, where the steps between statements cost no round trip.
 */
export async function keepRatingGroup(db: Database, ratings: RatingToKeep[]): Promise<RatingOutcome[]> {
  const tried = firstOfEach(ratings);
  const later = ratings.filter((rating) => !tried.includes(rating));
  const transaction = await db.client.transaction('write');
  let kept: Set<RatingToKeep>;
  try {
    const { rows } = await transaction.execute(claimStatement(tried));
    const claimed = new Set(rows.map((row) => claimName(row.code_hash as string, row.report_id as string)));
    kept = new Set(tried.filter(({ codeHash, reportId }) => claimed.has(claimName(codeHash, reportId))));
    for (const statement of statementsFor([...kept])) await transaction.execute(statement);
    await transaction.commit();
  } catch (error) {
    transaction.close();
    throw error;
  }
  const refused = tried.filter((rating) => !kept.has(rating));
  const reasons = refused.length === 0 ? [] : await explainRefusals(db, refused);
  const decided = later.length === 0 ? [] : await keepRatingGroup(db, later);
  return ratings.map((rating) => {
    if (kept.has(rating)) return { kept: true };
    return (later.includes(rating) ? decided : reasons).shift() as RatingOutcome;
  });
}

const claimName = (codeHash: string, reportId: string): string => `${codeHash} ${reportId}`;

// The same claim, or the same repeat key, twice in a group: the first is decided before the next is tried.
function firstOfEach(ratings: RatingToKeep[]): RatingToKeep[] {
  const seen = new Set<string>();
  return ratings.filter(({ codeHash, reportId, repeat }) => {
    const names = [claimName(codeHash, reportId), ...(repeat ? [`key ${repeat.keyHash}`] : [])];
    if (names.some((name) => seen.has(name))) return false;
    for (const name of names) seen.add(name);
    return true;
  });
}

function statementsFor(kept: RatingToKeep[]): Statement[] {
  const comments = kept.flatMap(({ reportId, comment }) => (comment === undefined ? [] : [[newId('cmt'), reportId, comment]]));
  const keys = kept.flatMap(({ repeat }) => (repeat ? [[repeat.keyHash, repeat.bodyHash]] : []));
  const audits = kept.map(auditOf).map(({ at, actor, act, target }) => [newId('aud'), at, actor, act, target]);
  return [
    ...rowsInto(INSERT_GRADES, '(?, ?, ?, ?, ?, ?, ?, ?)', kept.map(gradeValues)),
    ...rowsInto(INSERT_COMMENTS, `(?, ?, ?, 'waiting')`, comments),
    ...rowsInto('INSERT INTO audit (id, at, actor, act, target)', '(?, ?, ?, ?, ?)', audits),
    ...rowsInto(
      INSERT_RECEIPTS,
      '(?, ?)',
      kept.map(({ reportId, receipt }) => [reportId, receipt]),
      'ON CONFLICT DO NOTHING',
    ),
    ...[...Map.groupBy(kept, ({ reportId }) => reportId)].map(([reportId, own]) =>
      addToSum(reportId, own.length, addMarks(own.map(({ mark }) => mark))),
    ),
    ...rowsInto(INSERT_KEYS, `(?, ?, ${KEY_EXPIRY})`, keys, KEY_MAKES_WAY),
  ];
}

const rowsInto = (insert: string, row: string, rows: InValue[][], end = ''): Statement[] =>
  rows.length === 0 ? [] : [{ sql: `${insert} VALUES ${rows.map(() => row).join(', ')} ${end}`, args: rows.flat() }];
