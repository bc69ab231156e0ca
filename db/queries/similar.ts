/** Published messages and proposals that share pairs of characters with a text. */
import { PUBLIC_STATES } from '../domain/message-state.ts';
import type { Database } from '../remote.ts';

export type Candidate = { kind: 'proposals' | 'messages'; id: string; title: string; text: string; state: string };

const CANDIDATES = 12;

// One column of hits: how many of the pairs stand in the text. instr, not LIKE: a percent sign is a percent sign.
const hits = (column: string, pairs: readonly string[]): string => pairs.map(() => `(instr(${column}, ?) > 0)`).join(' + ');

/** The likeliest of both kinds, by hits in titles and beginnings; at least three hits. `pairs` hold at most 60. */
export async function similarCandidates(db: Database, releaseId: string, pairs: readonly string[]): Promise<Candidate[]> {
  if (pairs.length < 3) return [];
  const states = PUBLIC_STATES.map(() => '?').join(', ');
  const [proposals, messages] = await db.client.batch(
    [
      {
        sql: `SELECT id, title, '' AS text, state, ${hits('title', pairs)} AS hits FROM proposal_index
              WHERE release_id = ? AND hits >= 3 ORDER BY hits DESC, submitted_on DESC LIMIT ${CANDIDATES}`,
        args: [...pairs, releaseId],
      },
      {
        sql: `SELECT id, public_title AS title, substr(public_text, 1, 300) AS text, state, ${hits('public_title || substr(public_text, 1, 300)', pairs)} AS hits
              FROM messages WHERE published_on IS NOT NULL AND public_text IS NOT NULL AND consented = 1 AND hidden = 0 AND state IN (${states})
              AND hits >= 3 ORDER BY hits DESC, published_on DESC LIMIT ${CANDIDATES}`,
        args: [...pairs, ...PUBLIC_STATES],
      },
    ],
    'read',
  );
  const of = (kind: Candidate['kind'], rows: { [column: string]: unknown }[] = []): Candidate[] =>
    rows.map((row) => ({ kind, id: row.id as string, title: row.title as string, text: row.text as string, state: row.state as string }));
  return [...of('proposals', proposals?.rows), ...of('messages', messages?.rows)];
}
