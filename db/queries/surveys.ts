import type { SurveyRound } from '../domain/message-survey.ts';
import type { Database } from '../remote.ts';

export type SurveyToInvite = { id: string; submittedOn: string; sealed: string };

/**
 * Messages whose sender can be asked now: sent (or, for `solved`, closed) between two days, with a contact, nothing said in
 * this round, and not invited under this name before. 200 at a time.
 */
export async function surveysToInvite(
  db: Database,
  { name, round, day, after }: { name: string; round: SurveyRound; day: string; after: string },
): Promise<SurveyToInvite[]> {
  const closed = `(SELECT max(on_day) FROM message_events e WHERE e.message_id = m.id AND e.state = 'closed')`;
  const when =
    round === 'solved' ? `m.state = 'closed' AND ${closed}` : `m.state NOT IN ('refused', 'appealed', 'withdrawn', 'expired') AND m.submitted_on`;
  const { rows } = await db.client.execute({
    sql: `SELECT m.id, m.submitted_on, s.sealed FROM messages m JOIN message_senders s ON s.message_id = m.id
          WHERE s.contact_hash IS NOT NULL AND m.trust = 'normal' AND ${when} BETWEEN ? AND ?
          AND NOT EXISTS (SELECT 1 FROM message_surveys v WHERE v.message_id = m.id AND v.round = ?)
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.event = m.id || '/survey/' || ?) LIMIT 200`,
    args: [after, day, round, name],
  });
  return rows.map((row) => ({ id: row.id as string, submittedOn: row.submitted_on as string, sealed: row.sealed as string }));
}
