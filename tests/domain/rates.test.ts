/** Rates reproduce what congresses printed; what was printed wrongly is kept as it was, beside ours. */
import { describe, expect, test } from 'vitest';
import { workingDays } from '../../db/domain/calendar.ts';
import { isCounted, leadUnit, verdictOf, type Handled } from '../../db/domain/case-result.ts';
import { promiseShape } from '../../db/domain/promise.ts';
import { proposalFacts } from '../../db/domain/proposal-facts.ts';
import { proposalShape } from '../../db/domain/proposal.ts';
import { percentOf, rateOf, ratesOf } from '../../db/domain/rates.ts';
import { replyShape } from '../../db/domain/reply.ts';
import type { Deadlines } from '../../db/domain/site.ts';
import { usualDeadlines } from '../support/usual-deadlines.ts';

const TODAY = '2026-11-22';
const rules: Deadlines = usualDeadlines('规定');
const assigned = {
  kind: 'assigned',
  on: '2026-02-10',
  to: [
    { unit: 'units:roads', role: 'lead' },
    { unit: 'units:water', role: 'co' },
  ],
};

let made = 0;
function handled(events: unknown[] = [assigned], replies: Record<string, unknown>[] = [{}]): Handled {
  made += 1;
  const proposal = proposalShape.parse({
    id: `p-${made}`,
    number: '1',
    title: '修桥',
    term: 'terms:t-1',
    submittedOn: '2026-01-12',
    lead: 'people:aa/m1',
    events,
    body: '桥',
  });
  const given = replies.map((fields, index) =>
    replyShape.parse({
      id: `r-${made}-${index}`,
      proposal: `proposals:${proposal.id}`,
      unit: 'units:roads',
      role: 'lead',
      repliedOn: '2026-04-10',
      body: '答复',
      ...fields,
    }),
  );
  return { proposal, replies: given, facts: proposalFacts(proposal, given, rules, workingDays([]), TODAY) };
}
const many = (n: number, fields: Record<string, unknown> = {}) => Array.from({ length: n }, () => handled([assigned], [fields]));
const classed = (n: number, to: string) => many(n, { result: { class: to } });
const graded = (n: number, result: string) => many(n, { feedback: { given: true, on: '2026-05-01', result } });
const rates = (list: Handled[]) => ratesOf(list, [], { today: TODAY, minimum: 10 });

describe('what was printed right', () => {
  test('132 proposals: all replied, 96 % satisfied, 43 % solved, and the gap between the two', () => {
    const list = [
      ...many(57, { result: { class: 'solved' }, feedback: { given: true, on: '2026-05-01', result: 'satisfied' } }),
      ...many(70, { result: { class: 'inProgress' }, feedback: { given: true, on: '2026-05-01', result: 'satisfied' } }),
      ...many(5, { result: { class: 'reference' }, feedback: { given: true, on: '2026-05-01', result: 'dissatisfied' } }),
    ];
    const all = rates(list);
    expect([
      percentOf(all.replied.count, all.replied.n, 0),
      percentOf(all.satisfied.count, all.satisfied.n, 0),
      percentOf(all.solved.count, all.solved.n, 0),
    ]).toEqual([100, 96, 43]);
    expect([all.satisfied.percent, all.solved.percent, all.gap]).toEqual([96.2, 43.2, 53]);
  });

  test.each<[string, number[], number, number[]]>([
    ['128: A64 B38 C21 D5', [64, 38, 21, 5], 1, [50, 29.7, 16.4, 3.9]],
    ['57: 43/13/1', [43, 13, 1], 1, [75.4, 22.8, 1.8]],
    ['778: 232/351/195', [232, 351, 195], 0, [30, 45, 25]],
  ])('%s', (_, counts, decimals, printed) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    expect(counts.map((count) => percentOf(count, n, decimals))).toEqual(printed);
  });

  test('128 proposals by class, through the records themselves', () => {
    expect(rates([...classed(64, 'solved'), ...classed(38, 'inProgress'), ...classed(21, 'deferred'), ...classed(5, 'reference')]).solved).toEqual({
      count: 64,
      n: 128,
      percent: 50,
    });
  });

  test('146 rated, 144 satisfied and 2 basically: 100 % is the wider rate, the strict one is not', () => {
    expect(rates([...graded(144, 'satisfied'), ...graded(2, 'basicallySatisfied')])).toMatchObject({
      satisfiedOrBasic: { count: 146, n: 146, percent: 100 },
      satisfied: { count: 144, n: 146, percent: 98.6 },
    });
  });
});

describe('what was printed wrongly stays as it was printed, and is not what we count', () => {
  const asPublished = (text: string) => proposalShape.shape.asPublished.parse([{ label: '办理结果', text, source: '办理情况报告' }])[0]?.text;
  test('93: 54/33/2/4 was forced to add up to 100', () => {
    const text = '58.07%、35.48%、2.15%、4.30%';
    expect([54, 33, 2, 4].map((count) => percentOf(count, 93, 2))).toEqual([58.06, 35.48, 2.15, 4.3]);
    expect(asPublished(text)).toBe(text);
  });
  test('140: 56/68/13 are 137', () => {
    const text = 'A类56件、B类68件、C类13件，共140件';
    expect([56, 68, 13].map((count) => percentOf(count, 140)).reduce((sum, percent) => sum + percent)).not.toBe(100);
    expect(asPublished(text)).toBe(text);
  });
});

describe('what a rate counts', () => {
  test('half a point goes up, and no binary fraction turns it down', () => {
    expect([percentOf(1, 2000), percentOf(23, 80), percentOf(1005, 2000), percentOf(1, 3)]).toEqual([0.1, 28.8, 50.3, 33.3]);
    expect(() => percentOf(0, 0)).toThrow('nothing to count');
  });

  test('under the minimum there is n and no percentage, and no gap', () => {
    expect(rateOf(9, 9, 10)).toEqual({ count: 9, n: 9, percent: undefined });
    expect(rateOf(0, 0, 10).percent).toBeUndefined();
    expect(rates(many(9, { result: { class: 'solved' }, feedback: { given: true, on: '2026-05-01', result: 'satisfied' } })).gap).toBeUndefined();
  });

  test('withdrawn, not accepted, merged and passed up are not counted; what was never assigned neither', () => {
    const out = [
      { kind: 'withdrawn', on: '2026-02-12' },
      { kind: 'merged', on: '2026-02-12', into: 'proposals:p-1' },
      { kind: 'passedUp', on: '2026-02-12', to: '市' },
    ].map((end) => handled([assigned, end], []));
    const list = [...out, handled([{ kind: 'notAccepted', on: '2026-01-20', reason: 'tender' }], []), handled([], []), handled([assigned], [])];
    expect(list.map(isCounted)).toEqual([false, false, false, false, false, true]);
    expect(rates(list).replied).toMatchObject({ count: 0, n: 1 });
  });

  test('on time: late and never answered past its date count against, what may still be in time does not count', () => {
    const soon = { ...assigned, on: '2026-10-10' };
    expect(
      rates([...many(2), handled([assigned], [{ repliedOn: '2026-05-12' }]), handled([assigned], []), handled([soon], [])]).onTime,
    ).toMatchObject({ count: 2, n: 4 });
  });

  test('only face to face is contact', () => {
    const consulted = (form: string) => handled([assigned, { kind: 'consulted', on: '2026-03-01', unit: 'units:roads', form }]);
    expect(rates([consulted('faceToFace'), consulted('phone'), consulted('letter')]).contact).toMatchObject({ count: 1, n: 3 });
  });

  test('silence is no feedback; the last round is what counts; of separate units the least content', () => {
    const again = { kind: 'rehandling', on: '2026-05-06', reason: '不满意' };
    const separate = {
      ...assigned,
      to: [
        { unit: 'units:roads', role: 'separate' },
        { unit: 'units:water', role: 'separate' },
      ],
    };
    const fed = (result: string, on = '2026-05-01') => ({ feedback: { given: true, on, result } });
    expect(verdictOf(handled([assigned], [{ feedback: { given: false, on: '2026-05-01' } }]), TODAY)).toBeUndefined();
    expect(
      verdictOf(handled([assigned, again], [fed('dissatisfied'), { round: 2, repliedOn: '2026-06-01', ...fed('satisfied', '2026-06-10') }]), TODAY),
    ).toBe('satisfied');
    expect(
      verdictOf(
        handled(
          [separate],
          [
            { role: 'separate', ...fed('satisfied') },
            { role: 'separate', unit: 'units:water', ...fed('basicallySatisfied') },
          ],
        ),
        TODAY,
      ),
    ).toBe('basicallySatisfied');
  });

  test('separate replies are solved only when all are', () => {
    const separate = {
      ...assigned,
      to: [
        { unit: 'units:roads', role: 'separate' },
        { unit: 'units:water', role: 'separate' },
      ],
    };
    const both = (second: string) =>
      handled(
        [separate],
        [
          { role: 'separate', result: { class: 'solved' } },
          { role: 'separate', unit: 'units:water', result: { class: second } },
        ],
      );
    expect([both('solved'), both('planned')].map(({ facts }) => facts.result?.class)).toEqual(['solved', 'planned']);
  });

  test('a proposal belongs to its leading unit and to no other', () => {
    const moved = { kind: 'reassigned', on: '2026-02-20', to: [{ unit: 'units:water', role: 'independent' }] };
    expect([
      leadUnit(handled(), TODAY),
      leadUnit(handled([assigned, moved], []), TODAY),
      leadUnit(handled([], [{ repliedOn: { unknown: '旧记录' } }]), TODAY),
    ]).toEqual(['units:roads', 'units:water', 'units:roads']);
  });

  test('promises: kept late is kept; what is not due yet does not count; broken counts against', () => {
    const promise = (due: string, events: unknown[] = []) => promiseShape.parse({ id: 'a', what: '修好', due, events });
    const kept = (on: string) => [{ kind: 'kept', on, evidence: '验收' }];
    const list = [
      promise('2026-06-30', kept('2026-06-01')),
      promise('2026-06-30', kept('2026-09-01')),
      promise('2026-06-30'),
      promise('2027-06-30'),
      promise('2027-06-30', kept('2026-09-01')),
      promise('2027-06-30', [{ kind: 'broken', on: '2026-08-01', reason: '无资金' }]),
      promise(TODAY),
    ];
    expect(ratesOf([], list, { today: TODAY, minimum: 10 }).fulfilled).toMatchObject({ count: 3, n: 6 });
  });
});
