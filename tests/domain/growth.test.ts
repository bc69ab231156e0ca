import { describe, expect, test } from 'vitest';
import { heldReply } from '../../db/domain/published.ts';
import { hasOnlyGrown } from '../../db/domain/growth.ts';
import type { Kind } from '../../db/domain/kinds.ts';
import { replyShape } from '../../db/domain/reply.ts';

const SEALED = '2026-11-22';
const proposal = { id: 'p', title: '修桥', lead: 'people:a/m', coSigners: [], events: [{ kind: 'registered', on: '2026-01-12' }], attachments: [] };
const reply = { id: 'r', promises: [{ id: 'p1', what: '修好', due: '2026-12-31', events: [] }], upgrades: [] };
const timed = replyShape.parse({
  id: 'r1',
  proposal: 'proposals:p1',
  unit: 'units:u1',
  repliedOn: '2026-11-20',
  publishedOn: '2026-11-25',
  body: '',
});
const events = (...more: object[]) => ({ ...proposal, events: [...proposal.events, ...more] });

describe('a record that only says more needs no correction note', () => {
  test.each<[string, Kind, object, object]>([
    ['nothing new', 'proposals', proposal, { ...proposal }],
    ['an event after the seal', 'proposals', proposal, events({ kind: 'assigned', on: '2026-11-25', to: [{ unit: 'units:a', role: 'lead' }] })],
    ['an event of the day itself', 'proposals', proposal, events({ kind: 'closed', on: SEALED })],
    [
      'an event before the ones there, if it is new',
      'proposals',
      proposal,
      { ...proposal, events: [{ kind: 'closed', on: '2026-11-23' }, ...proposal.events] },
    ],
    ['a dated field', 'proposals', proposal, { ...proposal, keySupervision: { by: '主任会议', on: '2026-11-24' } }],
    [
      'a promise kept',
      'replies',
      reply,
      { ...reply, promises: [{ ...reply.promises[0], events: [{ kind: 'kept', on: '2026-12-01', evidence: '已通车' }] }] },
    ],
    ['the text of a reply that was held back until its day', 'replies', heldReply(timed), { ...timed, docNo: '1号', body: '已经修好。' }],
    ['feedback', 'replies', reply, { ...reply, feedback: { given: true, on: '2026-11-30', result: 'satisfied' } }],
    ['an empty field of a later version of the shapes', 'replies', reply, { ...reply, sources: [], shown: false }],
    [
      'a reception day that was held',
      'rosters',
      { id: 'ro', date: '2026-12-04', heard: [] },
      { id: 'ro', date: '2026-12-04', held: true, visitors: 3, heard: ['路灯'] },
    ],
    ['a planned item that took place', 'plans', { items: [{ id: 'a' }] }, { items: [{ id: 'a', activity: 'activities:x' }] }],
    [
      'a report that is published',
      'reports',
      { id: 'd', state: 'planned', body: '', plannedOn: '2026-12-01' },
      { id: 'd', state: 'published', body: '## 履行代表职责', plannedOn: '2026-12-08', reportedOn: '2026-11-01' },
    ],
  ])('%s', (_what, kind, before, after) => expect(hasOnlyGrown(kind, before, after, SEALED)).toBe(true));
});

describe('what was said stays as it was', () => {
  test.each<[string, Kind, object, object]>([
    ['another title', 'proposals', proposal, { ...proposal, title: '修路' }],
    ['an event moved', 'proposals', proposal, { ...proposal, events: [{ kind: 'registered', on: '2026-11-23' }] }],
    ['an event taken away', 'proposals', proposal, { ...proposal, events: [] }],
    ['a field taken away', 'proposals', { ...proposal, topic: 'roads' }, proposal],
    ['an event before the seal: said after the fact', 'proposals', proposal, events({ kind: 'extended', on: '2026-11-21', reason: '难' })],
    ['a new event that names an earlier day', 'proposals', proposal, events({ kind: 'x', on: '2026-11-23', since: '2026-11-01' })],
    ['a co-signer more, who is not dated', 'proposals', proposal, { ...proposal, coSigners: ['people:b/m'] }],
    ['an undated field', 'proposals', proposal, { ...proposal, topic: 'roads' }],
    ['a later due date of a promise', 'replies', reply, { ...reply, promises: [{ ...reply.promises[0], due: '2027-12-31' }] }],
    [
      'two entries in another order',
      'proposals',
      events({ kind: 'closed', on: '2026-02-01' }),
      { ...proposal, events: [{ kind: 'closed', on: '2026-02-01' }, ...proposal.events] },
    ],
    ['the text of a published report', 'reports', { state: 'published', body: '甲' }, { state: 'published', body: '乙' }],
  ])('%s', (_what, kind, before, after) => expect(hasOnlyGrown(kind, before, after, SEALED)).toBe(false));
});
