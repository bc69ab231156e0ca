import { describe, expect, test } from 'vitest';
import { calendarShape, workingDays } from '../../db/domain/calendar.ts';
import { proposalShape } from '../../db/domain/proposal.ts';
import { historyOf } from '../../db/domain/proposal-state.ts';
import { publicationOf } from '../../db/domain/publication.ts';
import { replyShape } from '../../db/domain/reply.ts';
import { isReplyInTime, isRoundLate, roundsOf } from '../../db/domain/rounds.ts';
import { shareOf } from '../../db/domain/share.ts';
import { usualDeadlines } from '../support/usual-deadlines.ts';

const days = workingDays([
  calendarShape.parse({
    id: 'y-2026',
    year: 2026,
    source: '通知',
    holidays: [{ name: '劳动节', from: '2026-05-01', to: '2026-05-05' }],
    makeUpWorkdays: ['2026-05-09'],
  }),
]);
const rules = usualDeadlines('规定');
const to = (unit: string) => [{ unit: `units:${unit}`, role: 'independent' }];
const proposal = (events: object[]) =>
  proposalShape.parse({
    id: 'p-1',
    number: '1',
    title: '修桥',
    term: 'terms:t-1',
    submittedOn: '2026-01-10',
    lead: 'people:li/m1',
    events,
    body: '桥坏了',
  });
const reply = (fields: object) =>
  replyShape.parse({ id: 'r-1', proposal: 'proposals:p-1', unit: 'units:roads', repliedOn: '2026-05-04', body: '修', ...fields });
const rounds = (events: object[], replies: object[] = [], today = '2026-12-31') =>
  roundsOf(historyOf(proposal(events), replies.map(reply), today), rules, days);

const registered = { kind: 'registered', on: '2026-01-11' };
const assigned = { kind: 'assigned', on: '2026-02-04', to: to('roads') };

describe('rounds of handling', () => {
  test('a round is due three months after assignment, moved by a holiday, and answered by the formal reply alone', () => {
    const interim = { id: 'r-0', repliedOn: '2026-03-01', interim: true };
    const [round] = rounds([registered, assigned], [interim, { repliedOn: '2026-05-06' }]);
    expect(round).toMatchObject({
      round: 1,
      rule: 'reply',
      answered: true,
      answeredOn: '2026-05-06',
      deadline: { nominal: '2026-05-04', due: '2026-05-06' },
    });
    expect(round && isRoundLate(round, '2026-12-31')).toBe(false);
  });

  test('an extension doubles the time from assignment and stays named', () => {
    const extended = { kind: 'extended', on: '2026-04-20', reason: '要检测', approvedBy: '办公室', told: '代表' };
    const [round] = rounds([registered, assigned, extended]);
    expect(round).toMatchObject({ rule: 'replyExtended', deadline: { due: '2026-08-04' }, extension: { approvedBy: '办公室' }, answered: false });
  });

  test('a reassignment starts the time anew, a re-handling begins a round of its own', () => {
    const reassigned = { kind: 'reassigned', on: '2026-02-20', to: to('roads') };
    const again = { kind: 'rehandling', on: '2026-06-08', reason: '不满意' };
    const found = rounds([registered, assigned, reassigned, again], [{ repliedOn: '2026-05-20' }, { id: 'r-2', round: 2, repliedOn: '2026-07-09' }]);
    expect(found.map(({ round, rule, deadline, answeredOn }) => [round, rule, deadline?.due, answeredOn])).toEqual([
      [1, 'reply', '2026-05-20', '2026-05-20'],
      [2, 'secondReply', '2026-07-08', '2026-07-09'],
    ]);
    expect(found.map((round) => isRoundLate(round, '2026-12-31'))).toEqual([false, true]);
    expect(isReplyInTime(reply({ round: 2, repliedOn: '2026-07-09' }), found)).toBe(false);
  });

  test('with separate units the round is answered when the last of them has answered', () => {
    const both = {
      kind: 'assigned',
      on: '2026-02-04',
      to: [
        { unit: 'units:roads', role: 'separate' },
        { unit: 'units:water', role: 'separate' },
      ],
    };
    const first = { role: 'separate', repliedOn: '2026-04-01' };
    expect(rounds([registered, both], [first])[0]?.answered).toBe(false);
    expect(rounds([registered, both], [first, { id: 'r-2', unit: 'units:water', role: 'separate', repliedOn: '2026-04-15' }])[0]?.answeredOn).toBe(
      '2026-04-15',
    );
  });

  test('without an assignment on record there is no round, and nothing is said of a reply', () => {
    const undated = { repliedOn: { unknown: '没有日期' } };
    expect(rounds([], [undated])).toEqual([]);
    expect(isReplyInTime(reply(undated), [])).toBeUndefined();
  });

  test('a running round is late from the day after its date', () => {
    const [round] = rounds([registered, assigned]);
    expect(round && [isRoundLate(round, '2026-05-06'), isRoundLate(round, '2026-05-07')]).toEqual([undefined, true]);
  });
});

describe('publication of a reply', () => {
  test.each([
    ['2026-04-30', '2026-05-09', 4, false],
    ['2026-04-01', '2026-04-29', 20, false],
    ['2026-04-01', '2026-04-30', 21, true],
  ])('replied %s, published %s: working day %i, late %s', (repliedOn, publishedOn, workingDays, late) => {
    expect(publicationOf(reply({ repliedOn, publishedOn }), rules, days, '2026-12-31')).toMatchObject({ on: publishedOn, workingDays, late });
  });

  test('a publication that lies ahead is not told, and an undated reply counts nothing', () => {
    expect(publicationOf(reply({ publishedOn: '2026-06-01' }), rules, days, '2026-05-10')).toMatchObject({ on: undefined, late: false });
    expect(publicationOf(reply({ repliedOn: { unknown: '没有日期' }, publishedOn: '2026-06-01' }), rules, days, '2026-12-31')).toBeUndefined();
  });
});

test('a share hides its percentage under the minimum, never its numbers', () => {
  expect(shareOf(9, 9, 10)).toEqual({ count: 9, n: 9, percent: undefined });
  expect(shareOf(2, 11, 10)).toEqual({ count: 2, n: 11, percent: 18 });
});
