import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDays } from '../../db/domain/calendar.ts';
import type { Handled } from '../../db/domain/case-result.ts';
import { completedOn, daysToCompletion, daysToReply, durationsOf, sinceCutOff, waitingNow } from '../../db/domain/durations.ts';
import { proposalFacts } from '../../db/domain/proposal-facts.ts';
import { proposalShape } from '../../db/domain/proposal.ts';
import { replyShape } from '../../db/domain/reply.ts';
import type { Deadlines } from '../../db/domain/site.ts';

const TODAY = '2026-11-22';
const law = { count: 3, unit: 'months' as const, source: '规定' };
const rules: Deadlines = {
  acknowledge: law,
  assignBetweenSessions: law,
  returnAssignment: law,
  coHandler: law,
  reply: law,
  replyExtended: law,
  feedback: law,
  secondReply: law,
  publication: law,
};

function handled(events: unknown[], replies: Record<string, unknown>[] = [], today = TODAY): Handled {
  const proposal = proposalShape.parse({
    id: 'p-1',
    number: '1',
    title: '修桥',
    term: 'terms:t-1',
    submittedOn: '2026-01-12',
    lead: 'people:aa/m1',
    events,
    body: '桥',
  });
  const given = replies.map((fields, index) =>
    replyShape.parse({ id: `r-${index}`, proposal: 'proposals:p-1', unit: 'units:roads', repliedOn: '2026-04-01', body: '答复', ...fields }),
  );
  return { proposal, replies: given, facts: proposalFacts(proposal, given, rules, workingDays([]), today) };
}
const assigned = { kind: 'assigned', on: '2026-03-01', to: [{ unit: 'units:roads', role: 'independent' }] };
const closed = (on: string) => ({ kind: 'closed', on });
const promise = (id: string, events: unknown[]) => ({ id, what: '修好', due: '2026-12-31', events });
const kept = (on: string) => [{ kind: 'kept', on, evidence: '验收' }];

describe('days to the first reply of substance', () => {
  test('run from the assignment, whatever was acknowledged or said in between', () => {
    const early = [{ kind: 'acknowledged', on: '2026-01-14' }, assigned];
    expect(
      daysToReply(
        handled(early, [{ interim: true, repliedOn: '2026-03-05' }, { role: 'co', unit: 'units:water', repliedOn: '2026-03-06' }, {}]),
        TODAY,
      ),
    ).toBe(31);
  });
  test('leave out the days between a return that was agreed to and the next assignment, and no others', () => {
    const returned = (accepted: boolean) => ({ kind: 'returned', on: '2026-03-05', unit: 'units:roads', reason: '不属职责', accepted });
    const moved = { kind: 'reassigned', on: '2026-03-15', to: [{ unit: 'units:roads', role: 'independent' }] };
    expect(daysToReply(handled([assigned, returned(true), moved], [{}]), TODAY)).toBe(21);
    expect(daysToReply(handled([assigned, returned(false)], [{}]), TODAY)).toBe(31);
  });
  test('are not counted without a reply, or from a date that nobody knows', () => {
    expect([
      daysToReply(handled([assigned]), TODAY),
      daysToReply(handled([assigned], [{ repliedOn: { unknown: '旧记录' } }]), TODAY),
      daysToReply(handled([], [{}]), TODAY),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe('days to completion', () => {
  test('leave out the wait for the deputy’s word', () => {
    expect(
      daysToCompletion(handled([assigned, closed('2026-04-25')], [{ feedback: { given: true, on: '2026-04-21', result: 'satisfied' } }]), TODAY),
    ).toBe(55 - 20);
  });
  test('run on until the last promise is kept, and a promise that runs is no waiting', () => {
    const entry = handled(
      [assigned, closed('2026-04-25')],
      [
        {
          feedback: { given: true, on: '2026-04-21', result: 'satisfied' },
          promises: [promise('a', kept('2026-04-10')), promise('b', kept('2026-06-09'))],
        },
      ],
    );
    expect([completedOn(entry, TODAY), daysToCompletion(entry, TODAY)]).toEqual(['2026-06-09', 100]);
  });
  test('never end while a promise is open or broken, or before it is closed', () => {
    const broken = [{ kind: 'broken', on: '2026-05-01', reason: '无资金' }];
    for (const events of [[], broken])
      expect(daysToCompletion(handled([assigned, closed('2026-04-25')], [{ promises: [promise('a', events)] }]), TODAY)).toBeUndefined();
    expect(daysToCompletion(handled([assigned], [{}]), TODAY)).toBeUndefined();
  });
  test('of two rounds leave out both waits', () => {
    const again = { kind: 'rehandling', on: '2026-04-11', reason: '不满意' };
    const feedback = (on: string, result: string) => ({ feedback: { given: true, on, result } });
    // 1 March to 10 May is 70 days; 1 to 11 April and 1 to 8 May were the deputy's.
    expect(
      daysToCompletion(
        handled(
          [assigned, again, closed('2026-05-10')],
          [feedback('2026-04-11', 'dissatisfied'), { round: 2, repliedOn: '2026-05-01', ...feedback('2026-05-08', 'satisfied') }],
        ),
        TODAY,
      ),
    ).toBe(70 - 10 - 7);
  });
});

describe('a distribution', () => {
  test('shows nothing but n under the minimum', () => {
    expect([durationsOf([], 10), durationsOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 10)]).toEqual([
      { n: 0, shown: undefined },
      { n: 9, shown: undefined },
    ]);
  });
  test('has the middle, the nearest rank of nine in ten, and groups with their upper end', () => {
    const days = [0, 30, 31, 60, 61, 90, 91, 120, 180, 181];
    expect(durationsOf(days, 10)).toEqual({
      n: 10,
      shown: {
        median: 75.5,
        p90: 180,
        groups: [
          { upTo: 30, count: 2 },
          { upTo: 60, count: 2 },
          { upTo: 90, count: 2 },
          { upTo: 120, count: 2 },
          { upTo: 180, count: 1 },
          { upTo: 365, count: 1 },
          { upTo: undefined, count: 0 },
        ],
      },
    });
  });
  test('counts everyone once, and half are no more than the median, nine in ten no more than p90', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 10, maxLength: 60 }), (days) => {
        const { n, shown } = durationsOf(days, 10);
        const most = (limit: number, part: number) => days.filter((day) => day <= limit).length >= part * n;
        return (
          shown !== undefined && shown.groups.reduce((sum, { count }) => sum + count, 0) === n && most(shown.median, 0.5) && most(shown.p90, 0.9)
        );
      }),
    );
  });
});

test('what waits now and how long the oldest has, from the assignment or the re-handling that runs', () => {
  const again = { kind: 'rehandling', on: '2026-11-02', reason: '不满意' };
  expect(waitingNow([handled([assigned]), handled([assigned, again], [{}]), handled([assigned], [{}])], TODAY)).toEqual({ n: 2, oldest: 266 });
  expect(waitingNow([], TODAY)).toEqual({ n: 0, oldest: undefined });
});

test('a backlog from before the cut-off is left out', () => {
  const list = [handled([assigned]), handled([{ ...assigned, on: '2026-02-28' }]), handled([])];
  expect([sinceCutOff(list, '2026-03-01').length, sinceCutOff(list, undefined).length]).toEqual([1, 3]);
});
