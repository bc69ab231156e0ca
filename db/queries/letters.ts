/** Letters as the deputy sees them to whom they were forwarded; nothing here tells who wrote, but the sealed name where it was allowed. */
import type { ResultSet } from '@libsql/client/web';
import type { MessageState } from '../domain/message-state.ts';
import type { MESSAGE_KINDS } from '../domain/message.ts';
import type { Database } from '../remote.ts';

/** Before it is forwarded a letter is the office's; refused and withdrawn ones never reach a deputy. */
const REACHES = `state IN ('forwarded', 'answered', 'reopened', 'closed', 'converted')
  AND EXISTS (SELECT 1 FROM message_events e WHERE e.message_id = m.id AND e.state = 'forwarded')`;
const MOST = 200;

export type LetterRow = {
  id: string;
  kind: (typeof MESSAGE_KINDS)[number];
  title: string;
  state: MessageState;
  submittedOn: string;
  forwardedOn: string;
  expectedBy: string;
};

const LETTER = `id, kind, title, state, submitted_on, expected_by,
  (SELECT max(on_day) FROM message_events e WHERE e.message_id = m.id AND e.state = 'forwarded') AS forwarded_on`;

const letterOf = (row: ResultSet['rows'][number]): LetterRow => ({
  id: row.id as string,
  kind: row.kind as LetterRow['kind'],
  title: row.title as string,
  state: row.state as MessageState,
  submittedOn: row.submitted_on as string,
  forwardedOn: row.forwarded_on as string,
  expectedBy: row.expected_by as string,
});

// Ids of persons hold neither % nor _.
const own = (personId: string): [string, string] => [`people:${personId}`, `people:${personId}/%`];

/** Letters of a deputy: what waits first, then what is done, the newest 200. */
export async function listLetters(db: Database, personId: string): Promise<LetterRow[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT ${LETTER}
          FROM messages m WHERE (recipient = ? OR recipient LIKE ?) AND ${REACHES}
          ORDER BY state <> 'forwarded', CASE WHEN state = 'forwarded' THEN expected_by END, submitted_on DESC, id LIMIT ${MOST}`,
    args: own(personId),
  });
  return rows.map(letterOf);
}

export type LetterText = LetterRow & {
  text: string;
  version: number;
  /** Who wrote, encrypted; only where the sender lets the name be shown. */
  sealed: string | undefined;
  notes: string[];
  answers: { by: string; on: string; text: string }[];
  proposals: string[];
  /** Photographs that the office has reviewed. */
  photos: { id: string; width: number; height: number }[];
};

/** One letter of a deputy with the office's notes and the answers so far; undefined where it is not theirs. */
export async function findLetter(db: Database, personId: string, id: string): Promise<LetterText | undefined> {
  const [found, notes, answers, proposals, photos] = await db.client.batch(
    [
      {
        sql: `SELECT ${LETTER}, text,
                (SELECT max(ordinal) FROM message_events e WHERE e.message_id = m.id) AS version,
                CASE WHEN hide_name = 0 THEN (SELECT sealed FROM message_senders s WHERE s.message_id = m.id) END AS sealed
              FROM messages m WHERE id = ? AND (recipient = ? OR recipient LIKE ?) AND ${REACHES}`,
        args: [id, ...own(personId)],
      },
      { sql: 'SELECT note FROM message_events WHERE message_id = ? AND note IS NOT NULL ORDER BY ordinal', args: [id] },
      { sql: 'SELECT answered_by, on_day, text FROM answers WHERE message_id = ? ORDER BY on_day', args: [id] },
      { sql: 'SELECT proposal_id FROM message_proposals WHERE message_id = ?', args: [id] },
      { sql: 'SELECT id, width, height FROM message_photos WHERE message_id = ? AND shown = 1 ORDER BY id', args: [id] },
    ],
    'read',
  );
  const row = found?.rows[0];
  if (!row) return undefined;
  return {
    ...letterOf(row),
    text: row.text as string,
    version: Number(row.version),
    sealed: (row.sealed as string | null) ?? undefined,
    notes: (notes?.rows ?? []).map(({ note }) => note as string),
    answers: (answers?.rows ?? []).map((answer) => ({ by: answer.answered_by as string, on: answer.on_day as string, text: answer.text as string })),
    photos: (photos?.rows ?? []).map((photo) => ({ id: photo.id as string, width: Number(photo.width), height: Number(photo.height) })),
    proposals: (proposals?.rows ?? []).map(({ proposal_id: proposal }) => proposal as string),
  };
}
