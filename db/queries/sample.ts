import { newId } from '../domain/ids.ts';
import { ASPECTS, type Grades } from '../domain/rating.ts';
import type { NewMessage } from '../domain/message.ts';
import type { MessageState } from '../domain/message-state.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Database } from '../remote.ts';
import { windowStatement } from './ratings.ts';
import { auditRow, type Statement } from './statement.ts';

/** The code set that marks a database as already holding the sample. */
const SAMPLE_SET = 'set_sample';

export type SampleRows = {
  at: string;
  windows: { reportId: string; opensAt: string; closesAt: string }[];
  grades: { reportId: string; grades: Grades }[];
  codes: { reportIds: string[]; hashes: string[]; issuedOn: string };
  messages: {
    to: string;
    message: Pick<NewMessage, 'kind' | 'title' | 'text'> & { name: string | undefined };
    state: MessageState;
    refusal: Refusal | undefined;
    submittedOn: string;
    expectedBy: string;
    publishedOn: string | undefined;
    answer: { on: string; text: string } | undefined;
    course: { state: MessageState; on: string }[];
  }[];
};

/** True where the sample is already there. */
export async function hasSample(db: Database): Promise<boolean> {
  return (await db.client.execute({ sql: 'SELECT 1 FROM code_sets WHERE id = ?', args: [SAMPLE_SET] })).rows.length > 0;
}

/** Adds the sample, all of it or nothing; a second time breaks the set's unique id and adds nothing. */
export async function keepSample(db: Database, { at, windows, grades, codes, messages }: SampleRows): Promise<void> {
  const statements: Statement[] = [
    { sql: 'INSERT INTO code_sets (id, issued_on, count, sample) VALUES (?, ?, ?, 1)', args: [SAMPLE_SET, codes.issuedOn, codes.hashes.length] },
    ...codes.reportIds.map((reportId) => ({ sql: 'INSERT INTO code_set_reports (set_id, report_id) VALUES (?, ?)', args: [SAMPLE_SET, reportId] })),
    ...codes.hashes.map((hash) => ({ sql: 'INSERT INTO codes (hash, set_id) VALUES (?, ?)', args: [hash, SAMPLE_SET] })),
    ...windows.map(({ reportId, opensAt, closesAt }) => windowStatement(reportId, opensAt, closesAt)),
    ...grades.map(({ reportId, grades: given }) => ({
      sql: `INSERT INTO rating_grades (id, report_id, ${ASPECTS.join(', ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      args: [newId('grd'), reportId, ...ASPECTS.map((aspect) => given[aspect] ?? null)],
    })),
    ...messages.flatMap(messageStatements),
    auditRow({ at, actor: 'cli', act: 'add-sample', target: SAMPLE_SET }),
  ];
  await db.client.batch(statements, 'write');
}

function messageStatements({
  to,
  message,
  state,
  refusal,
  submittedOn,
  expectedBy,
  publishedOn,
  answer,
  course,
}: SampleRows['messages'][number]): Statement[] {
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
      sql: 'INSERT INTO message_events (message_id, ordinal, state, on_day, id, refusal) VALUES (?, ?, ?, ?, ?, ?)',
      args: [id, place + 1, event.state, event.on, newId('evt'), event.state === 'refused' ? (refusal ?? null) : null],
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
