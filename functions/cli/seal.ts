/** `npm run seal`: vouches for every published record of today with one hash; refuses changes that no correction note explains. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { runCommand } from '../run-command.ts';
import { sealWords as words } from '../words/seal.ts';
import { checkRecords } from './release/check-records.ts';
import { sealRecords } from './seal-records.ts';

/** The log as the last release on this machine published it: a seal vouches for what visitors can see. */
const publishedRatingsLog = (): string[] => {
  const file = join(resolve(process.env['DATA_DIR'] || '.data'), 'releases', 'current', 'client', 'data', 'ratings-log.jsonl');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};

await runCommand(async () => {
  const contentDir = resolve(process.env['CONTENT_DIR'] ?? 'content');
  const today = process.env['HUIYIN_TODAY'] ?? beijingDate(new Date());
  const { records } = checkRecords(contentDir, today);
  const sealed = sealRecords(contentDir, records, today, publishedRatingsLog());
  if (!sealed) return console.log(words.sameAsLast);
  const { seal, added, changed, removed } = sealed;
  console.log(words.sealed(seal.seal, seal.date, seal.count, seal.root));
  console.log(words.differences(added, changed, removed));
  console.log(words.unsaved);
});
