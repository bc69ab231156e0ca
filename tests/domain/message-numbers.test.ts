import { describe, expect, test } from 'vitest';
import { lastTwelveMonths, messageNumbers, messageNumbersShape, type MessageRow } from '../../db/domain/message-numbers.ts';

const row = (more: Partial<MessageRow> = {}): MessageRow => ({
  submittedOn: '2026-05-01',
  submittedAt: '2026-05-01T00:00:00.000Z',
  decidedAt: null,
  answeredOn: null,
  expectedBy: '2026-05-16',
  state: 'submitted',
  wasAccepted: false,
  wasPublished: false,
  wasReopened: false,
  refusal: null,
  ...more,
});
const nothing = { messages: [], hidings: [], surveys: [] };
const on = { asOf: '2026-11-22', minimum: 10 };

describe('the numbers of messages', () => {
  test.each([
    ['2026-11-22', '2025-11-01', '2026-10-31'],
    ['2026-03-01', '2025-03-01', '2026-02-28'],
    ['2024-03-31', '2023-03-01', '2024-02-29'],
    ['2026-01-01', '2025-01-01', '2025-12-31'],
  ])('on %s are of %s to %s, whole months', (asOf, from, to) => expect(lastTwelveMonths(asOf)).toMatchObject({ from, to }));

  test('count what was sent in those months, and what waits now whenever it was sent', () => {
    const messages = [
      row({ state: 'refused', refusal: 'unclear', decidedAt: '2026-05-01T05:00:00.000Z' }),
      row({ state: 'answered', wasAccepted: true, wasPublished: true, answeredOn: '2026-05-09', decidedAt: '2026-05-02T00:00:00.000Z' }),
      row({ state: 'reopened', wasAccepted: true, wasReopened: true }),
      row({ submittedOn: '2026-11-01', expectedBy: '2026-11-16' }),
      row({ submittedOn: '2024-01-01', state: 'closed' }),
    ];
    const numbers = messageNumbers({ ...nothing, messages, hidings: [{ on: '2026-06-01', reason: 'abuse', restored: true }] }, on);
    expect(numbers).toMatchObject({
      received: 3,
      accepted: 2,
      published: 1,
      refused: { unclear: 1 },
      reopened: 1,
      hidden: { abuse: 1 },
      restored: 1,
      waiting: 2,
      overdue: 2,
      hoursToDecision: { n: 2 },
      daysToAnswer: { n: 1 },
    });
    expect(numbers.months.find(({ month }) => month === '2026-05')).toEqual({ month: '2026-05', received: 3, answered: 1 });
    expect(messageNumbersShape.parse(numbers)).toEqual(numbers);
  });

  test('nine tell nothing but their number; ten tell the middle and nine tenths', () => {
    const answered = (n: number) =>
      Array.from({ length: n }, (_, place) => row({ state: 'answered', answeredOn: `2026-05-${String(place + 2).padStart(2, '0')}` }));
    expect(messageNumbers({ ...nothing, messages: answered(9) }, on).daysToAnswer).toEqual({ n: 9 });
    expect(messageNumbers({ ...nothing, messages: answered(10) }, on).daysToAnswer).toEqual({ n: 10, median: 5.5, p90: 9 });
    const said = (n: number) => Array.from({ length: n }, () => ({ submittedOn: '2026-05-01', round: 'reply' as const, answer: 'no' }));
    expect(messageNumbers({ ...nothing, surveys: said(9) }, on).reply).toEqual({ n: 9 });
    expect(messageNumbers({ ...nothing, surveys: said(10) }, on).reply).toEqual({ n: 10, answers: { no: 10 } });
  });
});
