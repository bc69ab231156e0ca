/**
 * Keeps one rating for each code of a database, without HTTP or keyed hashes: `group` as the Node host does, 256 waiting at
 * once; `single` one commit a rating through the same client; `raw100` libSQL's own driver, a hundred in a transaction.
 */
import Native from 'libsql';
import { openDatabase } from '../../db/client.ts';
import { newId } from '../../db/domain/ids.ts';
import { claimStatement, gradeValues, INSERT_GRADES, keepRating, type RatingToKeep } from '../../db/queries/ratings.ts';
import { createRatingWriter } from '../../functions/jobs/group-ratings.ts';
import { GRADES, REPORT } from './open-vote.ts';
import { printTimed } from './timed.ts';

const AT_ONCE = 256;
const [mode = '', file = ''] = process.argv.slice(2);
const db = await openDatabase({ url: `file:${file}` });
const { rows } = await db.client.execute('SELECT hash FROM codes');
const ratings = rows.map(({ hash }): RatingToKeep => ({
  codeHash: hash as string,
  reportId: REPORT,
  id: newId('grd'),
  receipt: `receipt of ${String(hash)}`,
  mark: [1, 2, 3, 4],
  grades: GRADES,
  comment: undefined,
  day: '2026-11-22',
  repeat: undefined,
}));

if (mode === 'raw100') {
  db.close();
  const native = new Native(file);
  native.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  const [begin, commit] = [native.prepare('BEGIN IMMEDIATE'), native.prepare('COMMIT')];
  const claim = native.prepare(claimStatement([]).sql);
  const grade = native.prepare(`${INSERT_GRADES} SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE changes() = 1`);
  await printTimed(ratings, async (some) => {
    for (let at = 0; at < some.length; at += 100) {
      begin.run([]);
      for (const rating of some.slice(at, at + 100)) {
        if (claim.all(claimStatement([rating]).args).length !== 1) throw new Error('a rating was refused');
        grade.run(gradeValues(rating));
      }
      commit.run([]);
    }
  });
  native.close();
} else {
  const keep = mode === 'group' ? createRatingWriter(db) : (rating: RatingToKeep) => keepRating(db, rating);
  await printTimed(ratings, async (some) => {
    const left = some.values();
    const one = async (): Promise<void> => {
      for (const rating of left) if (!(await keep(rating)).kept) throw new Error('a rating was refused');
    };
    await Promise.all(Array.from({ length: mode === 'group' ? AT_ONCE : 1 }, one));
  });
  db.close();
}
