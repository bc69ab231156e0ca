/** The peer: libSQL's own driver keeps one rating for each code of a database, the same two statements, one commit each. */
import Database from 'libsql';
import { newId } from '../../db/domain/ids.ts';
import { NO_MARK } from '../../db/domain/rating-mark.ts';
import { claimStatement, gradeValues, INSERT_GRADES, type RatingToKeep } from '../../db/queries/ratings.ts';
import { GRADES, REPORT } from './open-vote.ts';
import { printTimed } from './timed.ts';

const [file = ''] = process.argv.slice(2);
const db = new Database(file);
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
const rows = db.prepare('SELECT hash FROM codes').all([]) as { hash: string }[];
const ratings = rows.map(({ hash }): RatingToKeep => ({
  codeHash: hash,
  reportId: REPORT,
  id: newId('grd'),
  receipt: '',
  mark: NO_MARK,
  grades: GRADES,
  comment: undefined,
  day: '2026-11-22',
  repeat: undefined,
}));

const begin = db.prepare('BEGIN IMMEDIATE');
const claim = db.prepare(claimStatement([]).sql);
const grade = db.prepare(`${INSERT_GRADES} SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE changes() = 1`);
const commit = db.prepare('COMMIT');

await printTimed(ratings, async (some) => {
  for (const rating of some) {
    begin.run([]);
    const claimed = claim.all(claimStatement([rating]).args);
    grade.run(gradeValues(rating));
    commit.run([]);
    if (claimed.length !== 1) throw new Error('a rating was refused');
  }
});
db.close();
