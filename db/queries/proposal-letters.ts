/** Which messages proposals began with: counts for everybody, and the addresses of those that are public. Never a text. */
import type { Database } from '../remote.ts';

/** As in queries/public-messages.ts: consented, moderated, not hidden. */
const IS_PUBLIC = `m.consented = 1 AND m.hidden = 0 AND m.published_on IS NOT NULL AND m.public_text IS NOT NULL
  AND m.state IN ('accepted', 'forwarded', 'answered', 'reopened', 'closed', 'converted')`;

export type ProposalLetters = { messages: number; shown: { id: string; on: string }[] };

/** By the proposal's id. */
export async function proposalLetters(db: Database): Promise<Map<string, ProposalLetters>> {
  const { rows } = await db.client.execute(
    `SELECT p.proposal_id, m.id, m.submitted_on, (${IS_PUBLIC}) AS shown FROM message_proposals p JOIN messages m ON m.id = p.message_id
     ORDER BY p.proposal_id, m.submitted_on, m.id`,
  );
  const found = new Map<string, ProposalLetters>();
  for (const row of rows) {
    const of = found.get(row.proposal_id as string) ?? { messages: 0, shown: [] };
    of.messages += 1;
    if (row.shown === 1) of.shown.push({ id: row.id as string, on: row.submitted_on as string });
    found.set(row.proposal_id as string, of);
  }
  return found;
}

/** Messages that are proposals now and nothing else, with all the proposals of each, 500 at a time. */
export async function convertedMessages(db: Database): Promise<{ id: string; proposals: string[] }[]> {
  const { rows } = await db.client.execute(
    `SELECT m.id, json_group_array(p.proposal_id) AS proposals FROM messages m JOIN message_proposals p ON p.message_id = m.id
     WHERE m.state = 'converted' GROUP BY m.id ORDER BY m.submitted_on, m.id LIMIT 500`,
  );
  return rows.map((row) => ({ id: row.id as string, proposals: JSON.parse(row.proposals as string) as string[] }));
}
