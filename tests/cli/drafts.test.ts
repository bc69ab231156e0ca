import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECTION_HEADINGS } from '../../db/domain/report.ts';
import type { Submission } from '../../db/queries/submissions.ts';
import { loadRecords } from '../../db/records/load.ts';
import { pullOne, type Folder } from '../../functions/cli/drafts/pull-one.ts';

const REPLY = `---
# 说明：这一行不能丢
proposal: proposals:p-17-3-001
unit: units:housing # 承办
repliedOn: 2024-05-10
result: {class: inProgress, letter: B}
promises:
  - {id: lift, what: 装好电梯, due: 2024-12-31}
---

答复全文
`;
const ACTIVITY = `type: visit
title: 走访
from: 2026-11-01
organizer: 镇人大
deputies:
  - mandate: people:wu-meiling/county-17
  - mandate: people:wang-xiulan/county-17 # 组长
`;
const REPORT = `---\nmandate: people:wang-xiulan/county-17\nstate: drafting\n---\n\n开头\n\n## ${SECTION_HEADINGS.study}\n\n编辑写的\n`;

let dir = '';
const folder = (): Folder => ({
  dir,
  fileOf: new Map([
    ['replies:r-1', 'replies/r-1.md'],
    ['activities:a-1', 'activities/a-1.yaml'],
    ['reports:d-1', 'reports/d-1.md'],
  ]),
  leadOf: () => 'people:wang-xiulan/county-17',
  mandateOf: () => ({ ref: 'people:wang-xiulan/county-17', term: 'terms:yunxi-17' }),
});
const text = (file: string) => readFileSync(join(dir, file), 'utf8');
const sent = (more: Pick<Submission, 'kind' | 'target' | 'body'> & Partial<Submission>): Submission => ({
  id: 'sub_1',
  personId: 'wang-xiulan',
  state: 'confirmed',
  version: 1,
  on: '2026-11-22',
  enteredBy: 'people:wang-xiulan',
  reason: undefined,
  decision: undefined,
  decidedOn: undefined,
  ...more,
});
const pull = (submission: Submission, replace = false) => pullOne(folder(), submission, replace);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'huiyin-drafts-'));
  for (const kind of ['replies', 'activities', 'reports']) mkdirSync(join(dir, kind));
  writeFileSync(join(dir, 'replies/r-1.md'), REPLY);
  writeFileSync(join(dir, 'activities/a-1.yaml'), ACTIVITY);
  writeFileSync(join(dir, 'reports/d-1.md'), REPORT);
});
afterEach(() => rmSync(dir, { recursive: true }));

const feedback = sent({ kind: 'feedback', target: 'replies:r-1', body: { attitude: 'satisfied', result: 'dissatisfied', comment: '还没装' } });

test('feedback goes into the reply’s file; every other byte stays, and a second pull changes nothing', () => {
  expect(pull(feedback).result).toBe('written');
  const line = 'feedback: {given: true, on: 2026-11-22, attitude: satisfied, result: dissatisfied, comment: 还没装}\n';
  expect(text('replies/r-1.md')).toBe(REPLY.replace('---\n\n答复', `${line}---\n\n答复`));
  expect(pull(feedback).result).toBe('already');
});

test('what an editor wrote differently is said and left, and replaced only when asked', () => {
  const own = REPLY.replace('promises:', 'feedback: {given: false, on: 2024-06-01}\npromises:');
  writeFileSync(join(dir, 'replies/r-1.md'), own);
  const pulled = pull(feedback);
  expect([pulled.result, text('replies/r-1.md')]).toEqual(['differs', own]);
  expect(pulled.note).toMatch(/2024-06-01[\s\S]*还没装/);
  expect([pull(feedback, true).result, text('replies/r-1.md').includes('还没装')]).toEqual(['written', true]);
});

test('verdicts stand in the promise, each once; only the lead deputy’s counts', () => {
  const verdict = sent({ kind: 'verdict', target: 'replies:r-1/lift', body: { verdict: 'notDone' } });
  expect([pull(verdict).result, pull(verdict).result]).toEqual(['written', 'already']);
  expect(text('replies/r-1.md')).toContain('verdicts: [{on: 2026-11-22, by: people:wang-xiulan/county-17, verdict: notDone}]');
  expect(pull(sent({ ...verdict, on: '2026-12-01', body: { verdict: 'done' } })).result).toBe('written');
  expect(text('replies/r-1.md').match(/verdict: \w+/g)).toEqual(['verdict: notDone', 'verdict: done']);
  expect(pull(sent({ ...verdict, personId: 'wu-meiling' })).result).toBe('missing');
  expect(pull(sent({ ...verdict, target: 'replies:r-1/other' })).result).toBe('missing');
});

test('a dispute stands at the deputy’s own line, and comments stay', () => {
  const dispute = sent({ kind: 'dispute', target: 'activities:a-1', body: { text: '我请了假' } });
  expect([pull(dispute).result, pull(dispute).result]).toEqual(['written', 'already']);
  expect(text('activities/a-1.yaml')).toBe(ACTIVITY.replace('# 组长\n', '# 组长\n    dispute: 我请了假\n'));
});

test('a report’s parts fill what is empty; what the editor wrote stays and is named', () => {
  const report = sent({ kind: 'report', target: 'reports:d-1', body: { duties: '尽责', study: '代表写的' } });
  const pulled = pull(report);
  expect([pulled.result, pulled.note.includes(SECTION_HEADINGS.study)]).toEqual(['differs', true]);
  expect(text('reports/d-1.md')).toBe(
    `---\nmandate: people:wang-xiulan/county-17\nstate: submitted\n---\n\n开头\n\n## ${SECTION_HEADINGS.duties}\n\n尽责\n\n## ${SECTION_HEADINGS.study}\n\n编辑写的\n`,
  );
  expect([pull(report, true).result, pull(report).result]).toEqual(['written', 'already']);
});

test('a proposal becomes a draft that is checked, and published only when the editor says so', () => {
  cpSync(join(import.meta.dirname, '../../content'), dir, { recursive: true });
  const before = loadRecords(dir, '2026-11-22').records.proposals.size;
  const body = { title: '关于路灯的建议：“村口”', text: '第一段\n\n第二段', letters: [`msg_${'0'.repeat(20)}`] };
  const proposal = sent({ kind: 'proposal', target: `msg_${'1'.repeat(20)}`, body, decision: { proposalId: 'p-20261122-abcd' } });
  for (const file of ['replies/r-1.md', 'activities/a-1.yaml', 'reports/d-1.md']) rmSync(join(dir, file));
  expect(pull(proposal).result).toBe('written');
  const { records, faults } = loadRecords(dir, '2026-11-22');
  expect([faults, records.proposals.size]).toEqual([[], before + 1]);
  expect(records.proposals.get('p-20261122-abcd')).toMatchObject({ draft: true, lead: 'people:wang-xiulan/county-17', body: '第一段\n\n第二段' });
  const made = text('proposals/p-20261122-abcd.md');
  expect(made).not.toMatch(/msg_/);
  writeFileSync(join(dir, 'proposals/p-20261122-abcd.md'), made.replace('第二段', '编辑改过'));
  expect([pull(proposal).result, text('proposals/p-20261122-abcd.md').includes('编辑改过')]).toEqual(['already', true]);
});

test('a power cut in the middle leaves no half-written record behind', () => {
  expect(pull(feedback).result).toBe('written');
  expect(readdirSync(join(dir, 'replies'))).toEqual(['r-1.md']);
});
