import { expect, test } from 'vitest';
import { workingDays } from '../../db/domain/calendar.ts';
import { proposalFacts } from '../../db/domain/proposal-facts.ts';
import { historyOf, PROPOSAL_STATES, TRANSITIONS } from '../../db/domain/proposal-state.ts';
import { proposalShape, type Proposal } from '../../db/domain/proposal.ts';
import { replyShape, type Reply } from '../../db/domain/reply.ts';
import type { Deadlines } from '../../db/domain/site.ts';
import { usualDeadlines } from '../support/usual-deadlines.ts';

const TODAY = '2026-11-22';
const rules: Deadlines = usualDeadlines('代表法');
const days = workingDays([]);

const proposal = (events: unknown[], more: Record<string, unknown> = {}): Proposal =>
  proposalShape.parse({
    id: 'p-1',
    number: '1',
    title: '修桥',
    term: 'terms:t-1',
    submittedOn: '2026-01-12',
    lead: 'people:aa/m1',
    events,
    body: '桥',
    ...more,
  });
const reply = (fields: Record<string, unknown>): Reply =>
  replyShape.parse({ id: 'r-1', proposal: 'proposals:p-1', unit: 'units:roads', repliedOn: '2026-04-10', body: '答复', ...fields });

const assigned = { kind: 'assigned', on: '2026-02-10', to: [{ unit: 'units:roads', role: 'independent' }] };
const separate = {
  kind: 'assigned',
  on: '2026-02-10',
  to: [
    { unit: 'units:roads', role: 'separate' },
    { unit: 'units:water', role: 'separate' },
  ],
};
const facts = (p: Proposal, replies: Reply[] = [], today = TODAY) => proposalFacts(p, replies, rules, days, today);

test.each<[string, unknown[], Reply[], string]>([
  ['nothing happened', [], [], 'submitted'],
  ['registered', [{ kind: 'registered', on: '2026-01-15' }], [], 'registered'],
  ['assigned', [assigned], [], 'assigned'],
  [
    'returned and given to another unit',
    [
      assigned,
      { kind: 'returned', on: '2026-02-13', unit: 'units:roads', reason: '不属职责', accepted: true },
      { kind: 'reassigned', on: '2026-02-18', to: [{ unit: 'units:water', role: 'independent' }] },
    ],
    [],
    'assigned',
  ],
  ['replied', [assigned], [reply({})], 'replied'],
  ['an interim letter is no reply', [assigned], [reply({ interim: true })], 'assigned'],
  ['a co-handler is not the one that answers', [assigned], [reply({ role: 'co' })], 'assigned'],
  ['one of two separate units has answered', [separate], [reply({ role: 'separate' })], 'assigned'],
  [
    'both separate units have answered',
    [separate],
    [reply({ role: 'separate' }), reply({ id: 'r-2', role: 'separate', unit: 'units:water' })],
    'replied',
  ],
  ['handled again', [assigned, { kind: 'rehandling', on: '2026-05-01', reason: '不满意' }], [reply({})], 'rehandling'],
  [
    'answered again',
    [assigned, { kind: 'rehandling', on: '2026-05-01', reason: '不满意' }],
    [reply({}), reply({ id: 'r-2', round: 2, repliedOn: '2026-05-20' })],
    'replied',
  ],
  ['closed', [assigned, { kind: 'closed', on: '2026-06-01' }], [reply({})], 'closed'],
  ['not accepted', [{ kind: 'notAccepted', on: '2026-01-20', reason: 'pendingCase' }], [], 'notAccepted'],
  ['withdrawn', [assigned, { kind: 'withdrawn', on: '2026-02-12' }], [], 'withdrawn'],
  ['merged', [assigned, { kind: 'merged', on: '2026-02-12', into: 'proposals:p-2' }], [], 'merged'],
  ['passed up', [assigned, { kind: 'passedUp', on: '2026-02-12', to: '市水利局' }], [], 'passedUp'],
])('%s: the state follows from the dates', (_, events, replies, state) => {
  expect(facts(proposal(events), replies)).toMatchObject({ state, history: { impossible: undefined } });
});

test('an old reply without a date still makes the proposal replied, and nothing is computed from it', () => {
  const old = proposal([], { submittedOn: { unknown: '旧记录' } });
  expect(facts(old, [reply({ repliedOn: { unknown: '旧记录' } })])).toMatchObject({
    state: 'replied',
    due: undefined,
    replyDays: undefined,
    flags: [],
  });
});

test('the first impossible step is named', () => {
  const history = historyOf(
    proposal([
      { kind: 'registered', on: '2026-01-15' },
      { kind: 'closed', on: '2026-01-20' },
    ]),
    [],
    TODAY,
  );
  expect(history.impossible).toMatchObject({ move: 'closed', from: 'registered', on: '2026-01-20' });
});

test('what lies after today has not happened', () => {
  expect(facts(proposal([assigned]), [reply({})], '2026-03-01').state).toBe('assigned');
});

test('three months from the assignment, six when extended, both from the assignment', () => {
  expect(facts(proposal([assigned]), [], '2026-05-11')).toMatchObject({ due: { due: '2026-05-11' }, flags: [] });
  expect(facts(proposal([assigned]), [], '2026-05-12').flags).toEqual(['overdue']);
  const extended = proposal([
    assigned,
    { kind: 'extended', on: '2026-05-06', reason: '涉及面广', approvedBy: '县人大常委会代表工委', told: '领衔代表' },
  ]);
  expect(facts(extended, [], '2026-05-12')).toMatchObject({ due: { due: '2026-08-10' }, flags: ['extended'] });
});

test('re-handling has its own deadline', () => {
  const again = proposal([assigned, { kind: 'rehandling', on: '2026-05-06', reason: '不满意' }]);
  expect(facts(again, [reply({})], '2026-05-20').due?.due).toBe('2026-06-08');
});

test('feedback that is not there yet and promises that are owed are flags', () => {
  const promised = reply({ result: { class: 'inProgress' }, promises: [{ id: 'a', what: '修好', due: '2026-09-30' }] });
  expect(facts(proposal([assigned]), [promised]).flags).toEqual(['waitingFeedback', 'promiseOpen']);
  const kept = reply({
    feedback: { given: false, on: '2026-05-01' },
    promises: [{ id: 'a', what: '修好', due: '2026-09-30', events: [{ kind: 'kept', on: '2026-09-01', evidence: '验收' }] }],
  });
  expect(facts(proposal([assigned]), [kept]).flags).toEqual([]);
});

test('the class in force is the last upgrade of the last reply; days count from the first assignment', () => {
  const upgraded = reply({
    result: { class: 'planned', letter: 'B' },
    upgrades: [{ on: '2026-09-01', class: 'solved', letter: 'A', reason: '完工' }],
  });
  expect(facts(proposal([assigned]), [upgraded])).toMatchObject({ result: { class: 'solved', letter: 'A' }, replyDays: 59 });
});

test('every move leads to a named state, and what has ended stays ended', () => {
  for (const moves of Object.values(TRANSITIONS)) for (const to of Object.values(moves)) expect(PROPOSAL_STATES).toContain(to);
  for (const state of ['notAccepted', 'withdrawn', 'merged', 'passedUp'] as const) expect(TRANSITIONS[state]).toEqual({});
});
