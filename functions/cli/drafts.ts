/** `npm run drafts -- pull`: what deputies entered and the office confirmed becomes files in CONTENT_DIR, on the editor's machine. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { beijingDate } from '../../db/domain/civil-date.ts';
import { statusOfMandate } from '../../db/domain/mandate-status.ts';
import { find } from '../../db/domain/records.ts';
import type { Submission } from '../../db/queries/submissions.ts';
import { loadRecords } from '../../db/records/load.ts';
import { readNodeSettings } from '../node-settings.ts';
import { runCommand } from '../run-command.ts';
import { contentFaultSentence } from '../words/content-faults.ts';
import { draftWords as words } from '../words/drafts.ts';
import { pullOne, type Folder } from './drafts/pull-one.ts';
import { openCalls } from './open-calls.ts';

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: 'string' }, ids: { type: 'string' } } });
  const [verb] = positionals;
  const listed = (text = ''): string[] => text.split(',').filter(Boolean);
  if (verb !== 'pull' && !(verb === 'done' && values.ids)) {
    console.error(words.usage);
    process.exitCode = 1;
    return;
  }
  const settings = readNodeSettings();
  const { call, close } = await openCalls(settings);
  try {
    const waiting = (await call('listDrafts', {})) as Submission[];
    const chosen = verb === 'done' ? waiting.filter(({ id }) => listed(values.ids).includes(id)) : waiting;
    if (chosen.length === 0) return console.log(words.nothing);
    const done = verb === 'done' ? chosen : pullAll(settings.contentDir, chosen, listed(values.replace));
    // Only now: cut off before this, the next pull finds the files as it would write them.
    console.log(words.marked((await call('markPulled', { items: done.map(({ id, version }) => ({ id, version })) })) as number));
    if (verb === 'pull') checkAll(settings.contentDir);
  } finally {
    await close();
  }
});

function pullAll(contentDir: string, submissions: readonly Submission[], replace: readonly string[]): Submission[] {
  const folder = folderOf(contentDir);
  const done = submissions.filter((submission) => {
    const { result, file, note } = pullOne(folder, submission, replace.includes(submission.id));
    console.log(words.line(words.results[result], file, note, submission.id));
    return result === 'written' || result === 'already';
  });
  if (done.length < submissions.length) console.log(words.open(submissions.length - done.length));
  return done;
}

function folderOf(contentDir: string): Folder {
  const dir = resolve(contentDir);
  const now = process.env['HUIYIN_TODAY'] ?? beijingDate(new Date());
  const { records, fileOf } = loadRecords(dir, now);
  return {
    dir,
    fileOf,
    leadOf: (proposal) => records.proposals.get(proposal)?.lead,
    mandateOf(personId, wanted) {
      const current = (records.people.get(personId)?.mandates ?? []).filter((mandate) => {
        const term = find(records, 'terms', mandate.term);
        return term && (wanted === undefined ? statusOfMandate(mandate, term, now).status === 'inOffice' : mandate.id === wanted);
      });
      const [mandate] = current;
      return current.length === 1 && mandate ? { ref: `people:${personId}/${mandate.id}`, term: mandate.term } : undefined;
    },
  };
}

function checkAll(contentDir: string): void {
  console.log(words.checking);
  const { faults } = loadRecords(resolve(contentDir), process.env['HUIYIN_TODAY'] ?? beijingDate(new Date()));
  for (const { file, line, field, code, params } of faults)
    console.log(`${file}:${line}${field ? ` ${field}` : ''}\n    ${contentFaultSentence(code, params)}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('检查完毕，没有问题。');
}
