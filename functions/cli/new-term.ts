/**
 * `npm run new-term -- CONGRESS --start DATE`: starts the next term of a congress. Writes the term, its constituencies or
 * electoral units, and the end of the old term; overwrites nothing, and says what to do next.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument, stringify } from 'yaml';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { nextTerm } from '../../db/domain/next-term.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { civilDate } from '../../db/domain/record-fields.ts';
import type { Records } from '../../db/domain/records.ts';
import { listRecordFiles } from '../../db/records/list-files.ts';
import { loadRecords } from '../../db/records/load.ts';
import { newTermWords as words } from '../words/editing.ts';

const dir = resolve(process.env['CONTENT_DIR'] ?? 'content');
const today = process.env['HUIYIN_TODAY'] ?? beijingDate(new Date());
const { values, positionals } = parseArgs({ allowPositionals: true, options: { start: { type: 'string' } } });

try {
  const { records, faults } = loadRecords(dir, today);
  if (faults.length > 0) refuse(words.faultsFirst(faults.length));
  else start(records, positionals[0] ?? '', values.start ?? '');
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  refuse(words.refused(error.code, error.params));
}

function start(records: Records, wanted: string, from: string): void {
  const congress = records.congresses.get(wanted.replace(/^congresses:/, ''));
  if (!congress) return refuse(words.whichCongress([...records.congresses.values()].map(({ id, name }) => `${id}（${name}）`)));
  if (!civilDate.safeParse(from).success) return refuse(words.whichStart);
  const next = nextTerm(records, congress, from, today);
  for (const [kind, drafts] of [
    ['terms', [next.term]],
    ['constituencies', next.constituencies],
    ['electoral-units', next.electoralUnits],
  ] as const)
    for (const { id, fields } of drafts) write(kind, id, fields);
  endTerm(next.before.id, from);
  console.log(words.started(congress.name, next));
}

function write(kind: string, id: string, fields: Record<string, unknown>): void {
  mkdirSync(join(dir, kind), { recursive: true });
  writeFileSync(join(dir, kind, `${id}.yaml`), stringify(fields, { lineWidth: 0 }), { flag: 'wx' });
}

/** Adds the end to the old term's file and leaves every other line of it as it was. */
function endTerm(id: string, end: string): void {
  const found = listRecordFiles(dir).files.find((file) => file.kind === 'terms' && file.id === id);
  if (!found) return;
  const { path } = found;
  const text = readFileSync(path, 'utf8');
  const document = parseDocument(text);
  if (document.has('end')) document.set('end', end);
  writeFileSync(path, document.has('end') ? String(document) : text.replace(/^start:.*$/m, (line) => `${line}\nend: ${end}`));
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
