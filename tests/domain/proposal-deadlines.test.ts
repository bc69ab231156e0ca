import { describe, expect, test } from 'vitest';
import { workingDays } from '../../db/domain/calendar.ts';
import { proposalFacts } from '../../db/domain/proposal-facts.ts';
import { deadlinesOf } from '../../db/domain/proposal-deadlines.ts';
import { proposalShape } from '../../db/domain/proposal.ts';
import { replyShape, type Reply } from '../../db/domain/reply.ts';
import type { Deadlines } from '../../db/domain/site.ts';
import { usualDeadlines } from '../support/usual-deadlines.ts';

const rules: Deadlines = usualDeadlines('规定');
// 2026 without a holiday: only weekends count, and nothing is provisional.
const days = workingDays([
  { id: '2026', year: 2026, source: '测试', holidays: [{ name: '元旦', from: '2026-01-01', to: '2026-01-01' }], makeUpWorkdays: [] },
]);

const reply = (fields: Record<string, unknown>): Reply =>
  replyShape.parse({ id: 'r-1', proposal: 'proposals:p-1', unit: 'units:roads', role: 'lead', repliedOn: '2026-06-08', body: '答复', ...fields });
const assigned = {
  kind: 'assigned',
  on: '2026-03-09',
  to: [
    { unit: 'units:roads', role: 'lead' },
    { unit: 'units:water', role: 'co' },
  ],
};

/** `rule unit due doneOn outcome since` of every deadline on a day. */
function rows(events: unknown[], replies: Reply[], today: string, more: Record<string, unknown> = { session: 'terms:t-1/1' }): string[] {
  const proposal = proposalShape.parse({
    id: 'p-1',
    number: '1',
    title: '修桥',
    term: 'terms:t-1',
    submittedOn: '2026-03-02',
    lead: 'people:aa/m1',
    events,
    body: '桥',
    ...more,
  });
  const facts = proposalFacts(proposal, replies, rules, days, today);
  return deadlinesOf({ proposal, replies, facts, rules, days, today }).map(({ rule, unit, deadline, doneOn, outcome, overdueSince }) =>
    [rule, unit?.slice(6), deadline.due, doneOn, outcome, overdueSince].filter(Boolean).join(' '),
  );
}

describe('between sessions', () => {
  const between = {};
  test('the office owes an acknowledgement and an assignment, and is late from the day after', () => {
    expect(rows([], [], '2026-03-09', between)).toEqual(['acknowledge 2026-03-09 running', 'assignBetweenSessions 2026-03-09 running']);
    expect(rows([], [], '2026-03-10', between)).toEqual([
      'acknowledge 2026-03-09 overdue 2026-03-10',
      'assignBetweenSessions 2026-03-09 overdue 2026-03-10',
    ]);
  });
  test('what was taken up without a note of it is not called late', () => {
    expect(rows([assigned], [], '2026-03-10', between).slice(0, 2)).toEqual([
      'acknowledge 2026-03-09 unrecorded',
      'assignBetweenSessions 2026-03-09 2026-03-09 met',
    ]);
  });
  test('nothing is counted from a day that nobody knows', () => {
    expect(rows([], [], '2026-03-10', { submittedOn: { unknown: '旧记录' } })).toEqual([]);
  });
});

test('in a session neither is owed; the window for returning shows while it is open', () => {
  expect(rows([], [], '2026-03-09')).toEqual([]);
  expect(rows([assigned], [], '2026-03-16')).toEqual([
    'returnAssignment 2026-03-16 running',
    'coHandler water 2026-04-09 running',
    'reply roads 2026-06-09 running',
  ]);
  expect(rows([assigned], [], '2026-03-17').map((row) => row.split(' ')[0])).toEqual(['coHandler', 'reply']);
});

test('a return is measured against its window', () => {
  const returned = (on: string) => ({ kind: 'returned', on, unit: 'units:roads', reason: '不属职责', accepted: false });
  expect(rows([assigned, returned('2026-03-16')], [], '2026-04-01')[0]).toBe('returnAssignment roads 2026-03-16 2026-03-16 met');
  expect(rows([assigned, returned('2026-03-17')], [], '2026-04-01')[0]).toBe('returnAssignment roads 2026-03-16 2026-03-17 late 2026-03-17');
});

test('a reply and what follows it: the helper, publication, feedback', () => {
  const opinion = reply({ id: 'r-2', unit: 'units:water', role: 'co', repliedOn: '2026-04-10' });
  const final = reply({ publishedOn: '2026-07-07', feedback: { given: true, on: '2026-06-29', result: 'satisfied' } });
  expect(rows([assigned], [opinion, final], '2026-08-01')).toEqual([
    'coHandler water 2026-04-09 2026-04-10 late 2026-04-10',
    'reply roads 2026-06-09 2026-06-08 met',
    'publication roads 2026-07-06 2026-07-07 late 2026-07-07',
    'feedback 2026-06-29 2026-06-29 met',
  ]);
  expect(rows([assigned], [reply({})], '2026-07-08').slice(2)).toEqual([
    'publication roads 2026-07-06 overdue 2026-07-07',
    'feedback 2026-06-29 overdue 2026-06-30',
  ]);
  expect(rows([assigned], [reply({ feedback: { given: false, on: '2026-06-29' } })], '2026-07-01')[3]).toBe('feedback 2026-06-29 silent');
});

test('a withheld reply owes no publication; a co-handler who said nothing is a gap, not a lateness', () => {
  const withheld = reply({ body: '', disclosure: { show: 'withheld', reason: 'privacy', decidedBy: '办公室', decidedOn: '2026-06-08' } });
  expect(rows([assigned], [withheld], '2026-07-08').map((row) => row.split(' ')[0])).not.toContain('publication');
  expect(rows([assigned], [reply({})], '2026-07-08')[0]).toBe('coHandler water 2026-04-09 unrecorded');
});

test('an extension moves the reply to six months, a second handling has one month of its own', () => {
  const extended = { kind: 'extended', on: '2026-06-01', reason: '涉及面广', approvedBy: '代工委', told: '领衔代表' };
  expect(rows([assigned, extended], [], '2026-07-01')[1]).toBe('replyExtended roads 2026-09-09 running');
  const again = { kind: 'rehandling', on: '2026-06-22', reason: '不满意' };
  const second = reply({ id: 'r-3', round: 2, repliedOn: '2026-07-23' });
  expect(rows([assigned, again], [reply({})], '2026-07-22').at(-1)).toBe('secondReply roads 2026-07-22 running');
  expect(rows([assigned, again], [reply({}), second], '2026-07-23').find((row) => row.startsWith('secondReply'))).toBe(
    'secondReply roads 2026-07-22 2026-07-23 late 2026-07-23',
  );
});

test('units that answer separately have a deadline each', () => {
  const separate = {
    kind: 'assigned',
    on: '2026-03-09',
    to: [
      { unit: 'units:roads', role: 'separate' },
      { unit: 'units:water', role: 'separate' },
    ],
  };
  expect(rows([separate], [reply({ role: 'separate' })], '2026-06-10').filter((row) => row.startsWith('reply '))).toEqual([
    'reply roads 2026-06-09 2026-06-08 met',
    'reply water 2026-06-09 overdue 2026-06-10',
  ]);
});

test('reassignment starts the clock again, for the unit that has it now', () => {
  const moved = { kind: 'reassigned', on: '2026-03-16', to: [{ unit: 'units:water', role: 'independent' }] };
  expect(rows([assigned, moved], [], '2026-04-01')).toEqual(['reply water 2026-06-16 running']);
});

test('what ended without a reply owes nothing more', () => {
  expect(rows([assigned, { kind: 'withdrawn', on: '2026-03-20' }], [], '2026-12-01')).toEqual([]);
});
