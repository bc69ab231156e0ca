/** What the numbers of messages are counted from: days, states and reasons, never a text, a sender or a recipient. */
import type { HidingRow, MessageRow, SurveyRow } from '../domain/message-numbers.ts';
import type { Database } from '../remote.ts';

type Rows = { messages: MessageRow[]; hidings: HidingRow[]; surveys: SurveyRow[] };

/** All rows at one moment. */
export async function messageRows(db: Database): Promise<Rows> {
  const first = (state: string): string => `EXISTS (SELECT 1 FROM message_events e WHERE e.message_id = m.id AND e.state = '${state}')`;
  const [messages, hidings, surveys] = await db.client.batch(
    [
      `SELECT m.submitted_on, m.expected_by, m.state, m.refusal, ${first('accepted')} AS accepted, ${first('reopened')} AS reopened,
         m.published_on IS NOT NULL AS published,
         (SELECT e.at FROM message_events e WHERE e.message_id = m.id AND e.ordinal = 1) AS submitted_at,
         (SELECT min(e.at) FROM message_events e WHERE e.message_id = m.id AND e.state IN ('accepted', 'refused', 'redirected')) AS decided_at,
         (SELECT min(a.on_day) FROM answers a WHERE a.message_id = m.id) AS answered_on
       FROM messages m`,
      'SELECT on_day, reason, ended_at IS NOT NULL AS restored FROM message_hidings',
      'SELECT m.submitted_on, s.round, s.answer FROM message_surveys s JOIN messages m ON m.id = s.message_id',
    ],
    'read',
  );
  return {
    messages: (messages?.rows ?? []).map((row) => ({
      submittedOn: row.submitted_on as string,
      expectedBy: row.expected_by as string,
      state: row.state as MessageRow['state'],
      refusal: row.refusal as MessageRow['refusal'],
      wasAccepted: row.accepted === 1,
      wasReopened: row.reopened === 1,
      wasPublished: row.published === 1,
      submittedAt: row.submitted_at as string | null,
      decidedAt: row.decided_at as string | null,
      answeredOn: row.answered_on as string | null,
    })),
    hidings: (hidings?.rows ?? []).map((row) => ({
      on: row.on_day as string,
      reason: row.reason as HidingRow['reason'],
      restored: row.restored === 1,
    })),
    surveys: (surveys?.rows ?? []).map((row) => ({
      submittedOn: row.submitted_on as string,
      round: row.round as SurveyRow['round'],
      answer: row.answer as string,
    })),
  };
}
