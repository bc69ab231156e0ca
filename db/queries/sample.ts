import { newId } from '../domain/ids.ts';
import type { NewMessage } from '../domain/message.ts';
import type { MessageState } from '../domain/message-state.ts';
import type { SurveyRound } from '../domain/message-survey.ts';
import { addMarks } from '../domain/rating-mark.ts';
import { ASPECTS } from '../domain/rating.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Database } from '../remote.ts';
import { addToSum, type Change } from './rating-log.ts';
import { gradeValues, INSERT_GRADES, INSERT_RECEIPTS, type RatingToKeep } from './ratings.ts';
import type { Statement } from './statement.ts';

/** The code set that marks a database as already holding the sample. */
export const SAMPLE_SET = 'set_sample';

export type SampleMessageRow = {
  to: string;
  message: Pick<NewMessage, 'kind' | 'title' | 'text'> & { name: string | undefined };
  state: MessageState;
  refusal: Refusal | undefined;
  submittedOn: string;
  expectedBy: string;
  publishedOn: string | undefined;
  answer: { on: string; text: string } | undefined;
  course: { state: MessageState; on: string }[];
  /** The proposal that it became. */
  proposal: string | undefined;
  said: { round: SurveyRound; answer: string; on: string }[];
};

/** True where the sample is already there. */
export async function hasSample(db: Database): Promise<boolean> {
  return (await db.client.execute({ sql: 'SELECT 1 FROM code_sets WHERE id = ?', args: [SAMPLE_SET] })).rows.length > 0;
}

/** A window as it was in the past, which no act would set. */
export const pastWindow = (reportId: string, opensAt: string, closesAt: string): Change => ({
  sql: 'INSERT INTO rating_windows (report_id, opens_at, closes_at) VALUES (?, ?, ?)',
  args: [reportId, opensAt, closesAt],
});

/** The rows that a rating leaves, and their sum, without asking whether its window is open. */
export const pastRatings = (
  reportId: string,
  ratings: readonly Pick<RatingToKeep, 'codeHash' | 'reportId' | 'id' | 'receipt' | 'grades' | 'mark'>[],
): Change[] => [
  ...ratings.flatMap((rating) => [
    { sql: 'INSERT INTO rating_claims (code_hash, report_id) VALUES (?, ?)', args: [rating.codeHash, reportId] },
    { sql: `${INSERT_GRADES} VALUES (?, ?, ${ASPECTS.map(() => '?').join(', ')})`, args: gradeValues(rating) },
    { sql: `${INSERT_RECEIPTS} VALUES (?, ?)`, args: [reportId, rating.receipt] },
  ]),
  addToSum(reportId, ratings.length, addMarks(ratings.map(({ mark }) => mark))),
];

export const sampleMessages = (messages: readonly SampleMessageRow[]): Statement[] => messages.flatMap(messageStatements);

function messageStatements(row: SampleMessageRow): Statement[] {
  const { to, message, state, refusal, submittedOn, expectedBy, publishedOn, answer, course, said, proposal } = row;
  const id = newId('msg');
  const named = message.name !== undefined;
  return [
    {
      sql: `INSERT INTO messages (id, recipient, kind, title, text, consented, hide_name, public_name, public_title, public_text, trust, state, refusal, submitted_on, expected_by, published_on, sample)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'normal', ?, ?, ?, ?, ?, 1)`,
      args: [
        id,
        to,
        message.kind,
        message.title,
        message.text,
        publishedOn === undefined ? 0 : 1,
        named ? 0 : 1,
        message.name ?? null,
        publishedOn === undefined ? null : message.title,
        publishedOn === undefined ? null : message.text,
        state,
        refusal ?? null,
        submittedOn,
        expectedBy,
        publishedOn ?? null,
      ],
    },
    ...course.map((event, place) => ({
      sql: 'INSERT INTO message_events (message_id, ordinal, state, on_day, at, id, refusal, proposal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      // Written in the morning, worked on in the afternoon.
      args: [
        id,
        place + 1,
        event.state,
        event.on,
        `${event.on}T0${place === 0 ? 1 : 7}:00:00.000Z`,
        newId('evt'),
        event.state === 'refused' ? (refusal ?? null) : null,
        event.state === 'converted' ? (proposal ?? null) : null,
      ],
    })),
    ...(proposal === undefined ? [] : [{ sql: 'INSERT INTO message_proposals (message_id, proposal_id) VALUES (?, ?)', args: [id, proposal] }]),
    ...said.map(({ round, answer: word, on }) => ({
      sql: 'INSERT INTO message_surveys (message_id, round, answer, on_day) VALUES (?, ?, ?, ?)',
      args: [id, round, word, on],
    })),
    ...(answer
      ? [
          {
            sql: 'INSERT INTO answers (id, message_id, answered_by, text, public_text, on_day) VALUES (?, ?, ?, ?, ?, ?)',
            args: [newId('ans'), id, to, answer.text, answer.text, answer.on],
          },
        ]
      : []),
  ];
}
