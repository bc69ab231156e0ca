import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proposalFacts } from '../../db/domain/proposal-facts.ts';
import { repliesByProposal } from '../../db/domain/records.ts';
import { workingDays } from '../../db/domain/calendar.ts';
import { loadRecords } from '../../db/records/load.ts';
import { proseHtml } from '../../site/queries/prose.ts';
import { convertFolder } from '../support/council/convert.ts';
import { readSource } from '../support/council/source.ts';

const excerpt = join(import.meta.dirname, '../support/council/excerpt');
const dir = mkdtempSync(join(tmpdir(), 'huiyin-council-'));
const converted = convertFolder(excerpt, dir);
const { records, faults } = loadRecords(dir, '2026-11-22');
const source = readSource(excerpt);

test('sixty council records become a content folder without a fault', () => {
  expect(faults).toEqual([]);
  expect([records.proposals.size, records.replies.size, records.people.size]).toEqual([60, 58, 11]);
});

test('nothing is dropped in silence: every change is counted', () => {
  const { changes } = converted;
  expect(changes.total('name nobody could be found for, kept as a note')).toBe(3);
  expect(changes.total('name cut off, completed')).toBe(2);
  expect(changes.total('text with unreadable characters, shown as 〓')).toBe(6);
  expect(
    [...records.proposals.values()]
      .flatMap(({ asPublished }) => asPublished)
      .filter(({ label }) => label === '連署')
      .map(({ text }) => text),
  ).toEqual(['高明志等12位全體議員', '？', '無', '?']);
});

test('one person, however the name was typed', () => {
  const names = [...records.people.values()].map(({ name }) => name);
  expect(names).toContain('巴奈·谷木');
  expect(names.filter((name) => name.startsWith('巴奈') || name.startsWith('沈'))).toHaveLength(2);
  for (const [
    index,
    {
      proposed_by: [written = ''],
    },
  ] of source.proposals.entries()) {
    const id = `p-${String(index + 1).padStart(4, '0')}`;
    if (/^沈/.test(written)) expect(records.people.get(/people:([^/]+)/.exec(records.proposals.get(id)?.lead ?? '')?.[1] ?? '')?.name).toBe('沈岳');
  }
});

test('whoever sat only in the earlier term has a mandate there and nowhere else', () => {
  const spring = [...records.people.values()].find(({ name }) => name === '游春梅');
  expect(spring?.mandates).toEqual([expect.objectContaining({ id: 't16', term: 'terms:council-16', constituency: { unknown: expect.any(String) } })]);
});

test('what is unknown stays unknown, and nothing is computed from it', () => {
  const replies = repliesByProposal(records);
  const states = [...records.proposals.values()].map((proposal) =>
    proposalFacts(proposal, replies.get(proposal.id) ?? [], records.site.deadlines, workingDays([]), '2026-11-22'),
  );
  expect(states.filter(({ state }) => state === 'replied')).toHaveLength(58);
  expect(states.filter(({ state }) => state === 'submitted')).toHaveLength(2);
  expect(states.every(({ due, replyDays, flags }) => due === undefined && replyDays === undefined && flags.length === 0)).toBe(true);
});

test('texts read as they were typed, whatever signs they hold', () => {
  const html = proseHtml(records.replies.get('r-0021')?.body ?? '');
  const text = html
    .replace(/<br>|<\/p>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x3C;|&lt;/g, '<')
    .replace(/&gt;/g, '>');
  expect(text).toContain('* 註：_各館_採購以[公開招標]方式辦理，<b>不含</b>期刊。');
  expect(text).toContain('1. 雲嶺館');
  expect(html).not.toMatch(/<(em|a|b|li)\b/);
});
