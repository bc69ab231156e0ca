/** `npm run new -- KIND [ID]`: starts a record from the example of its kind; never overwrites. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { hasProse, KINDS, type Kind } from '../../db/domain/kinds.ts';
import { ID_PATTERN } from '../../db/domain/record-fields.ts';
import { listRecordFiles } from '../../db/records/list-files.ts';
import { newRecordWords as words } from '../words/editing.ts';

const [kindName = '', wanted] = process.argv.slice(2);
const kind = KINDS.find((name) => name === kindName && name !== 'site');
if (!kind) refuse(words.whichKind(KINDS.filter((name) => name !== 'site')));
else start(kind);

function start(chosen: Kind): void {
  const dir = resolve(process.env['CONTENT_DIR'] ?? 'content');
  const taken = new Set(
    existsSync(dir)
      ? listRecordFiles(dir)
          .files.filter((file) => file.kind === chosen)
          .map(({ id }) => id)
      : [],
  );
  const id = wanted ?? suggestId(chosen, taken);
  if (!ID_PATTERN.test(id)) return refuse(words.badId(id));
  if (taken.has(id)) return refuse(words.taken(id));
  const ending = hasProse(chosen) ? 'md' : 'yaml';
  const target = join(dir, chosen, `${id}.${ending}`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, exampleOf(chosen), { flag: 'wx' });
  console.log(words.started(target));
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

/** An id with today's date, free in this folder. */
function suggestId(chosen: Kind, taken: Set<string>): string {
  const base = `${chosen}-${beijingDate(new Date())}`;
  for (let number = 1; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

function exampleOf(chosen: Kind): string {
  const folder = join(import.meta.dirname, 'example', chosen);
  const [first = ''] = readdirSync(folder).toSorted((a, b) => a.localeCompare(b));
  return readFileSync(join(folder, first), 'utf8');
}
