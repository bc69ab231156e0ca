/** What deputies entered: kept once for each matter in work, decided once. */
import type { Row } from '@libsql/client/web';
import { SUBMISSION_DAYS, type SubmissionKind, type SubmissionState } from '../domain/submission.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';
import { auditIfChanged, rememberRequest, type AuditEntry, type RepeatKey, type Statement } from './statement.ts';

export type Submission = {
  id: string;
  personId: string;
  kind: SubmissionKind;
  target: string;
  body: Record<string, unknown>;
  state: SubmissionState;
  version: number;
  on: string;
  enteredBy: string;
  reason: string | undefined;
  decision: Record<string, unknown> | undefined;
  decidedOn: string | undefined;
};

export type SubmissionToKeep = Pick<Submission, 'id' | 'personId' | 'kind' | 'target' | 'body' | 'on' | 'enteredBy'> & {
  state: 'draft' | 'waiting';
  /** The version that its writer had in front of them; left out, whatever is there. */
  seen: number | undefined;
  repeat: RepeatKey | undefined;
};

const IN_WORK = `state IN ('draft', 'waiting', 'returned')`;

/** The outcome: what is kept now, whether by this call, and the body known under the same repeat key. */
export type SubmissionOutcome = { kept: boolean; knownBody: string | undefined; now: Submission | undefined };

/** Keeps what is in work for a matter: new, or in place of what was there if that is the version its writer had seen. */
export async function keepSubmission(db: Database, given: SubmissionToKeep, entry: Omit<AuditEntry, 'target'>): Promise<SubmissionOutcome> {
  const { id, personId, kind, target, body, state, on, enteredBy, seen, repeat } = given;
  const results = await db.client.batch(
    [
      {
        sql: `INSERT INTO submissions (id, person_id, kind, target, body, state, on_day, entered_by)
              SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE key_hash = ? AND expires_at > ${NOW})
              ON CONFLICT (person_id, kind, target) WHERE ${IN_WORK} DO UPDATE SET body = excluded.body, state = excluded.state,
                on_day = excluded.on_day, entered_by = excluded.entered_by, version = submissions.version + 1
              WHERE coalesce(?, submissions.version) = submissions.version`,
        args: [id, personId, kind, target, JSON.stringify(body), state, on, enteredBy, repeat?.keyHash ?? '', seen ?? null],
      },
      auditIfChanged({ ...entry, target: `people:${personId}` }),
      ...(repeat ? [rememberRequest(repeat)] : []),
      {
        sql: `SELECT (SELECT body_hash FROM idempotency_keys WHERE key_hash = ? AND expires_at > ${NOW}) AS known, s.* FROM (SELECT 1)
              LEFT JOIN submissions s ON s.person_id = ? AND s.kind = ? AND s.target = ?
              ORDER BY s.${IN_WORK} DESC, s.on_day DESC, s.id = ? DESC LIMIT 1`,
        args: [repeat?.keyHash ?? '', personId, kind, target, id],
      },
    ],
    'write',
  );
  const look = results.at(-1)?.rows[0];
  return {
    kept: results[0]?.rowsAffected === 1,
    knownBody: (look?.known as string | null) ?? undefined,
    now: look?.id ? submissionOf(look) : undefined,
  };
}

const submissionOf = (row: Row): Submission => ({
  id: row.id as string,
  personId: row.person_id as string,
  kind: row.kind as SubmissionKind,
  target: row.target as string,
  body: JSON.parse(row.body as string) as Record<string, unknown>,
  state: row.state as SubmissionState,
  version: Number(row.version),
  on: row.on_day as string,
  enteredBy: row.entered_by as string,
  reason: (row.reason as string | null) ?? undefined,
  decision: row.decision === null ? undefined : (JSON.parse(row.decision as string) as Record<string, unknown>),
  decidedOn: (row.decided_on as string | null) ?? undefined,
});

/** Everything of a deputy, what is in work first, then the newest 100. */
export async function listOwnSubmissions(db: Database, personId: string): Promise<Submission[]> {
  const { rows } = await db.client.execute({
    sql: `SELECT * FROM submissions WHERE person_id = ? ORDER BY ${IN_WORK} DESC, on_day DESC, id LIMIT 100`,
    args: [personId],
  });
  return rows.map(submissionOf);
}

/** The office's list of a state, the oldest first; `kinds` narrows it. */
export async function listSubmissions(db: Database, state: SubmissionState, kinds: readonly SubmissionKind[], most: number): Promise<Submission[]> {
  const { rows } = await db.client.execute({
    sql: 'SELECT * FROM submissions WHERE state = ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY on_day, rowid LIMIT ?',
    args: [state, JSON.stringify(kinds), most],
  });
  return rows.map(submissionOf);
}

/** One submission, whoever's it is. */
export async function findSubmission(db: Database, id: string): Promise<Submission | undefined> {
  const { rows } = await db.client.execute({ sql: 'SELECT * FROM submissions WHERE id = ?', args: [id] });
  return rows[0] && submissionOf(rows[0]);
}

export type Decision = {
  id: string;
  version: number;
  from: SubmissionState;
  to: SubmissionState;
  reason?: string | undefined;
  decision?: Record<string, unknown> | undefined;
  on: string;
};

/** A statement that decides a submission if it is still the version that was looked at; `only` is a further condition. */
export const decisionStatement = (
  { id, version, from, to, reason, decision, on }: Decision,
  only: { sql: string; args: string[] } = { sql: 'true', args: [] },
): Statement => ({
  sql: `UPDATE submissions SET state = ?, reason = ?, decision = coalesce(?, decision), decided_on = ?
        WHERE id = ? AND version = ? AND state = ? AND ${only.sql}`,
  args: [to, reason ?? null, decision ? JSON.stringify(decision) : null, on, id, version, from, ...only.args],
});

/** Decides a submission, with its audit row. @returns false where it had moved on */
export async function decideSubmission(db: Database, given: Decision, entry: AuditEntry): Promise<boolean> {
  const [decided] = await db.client.batch([decisionStatement(given), auditIfChanged(entry)], 'write');
  return decided?.rowsAffected === 1;
}

/** Notes what will be decided before it is done in several steps, so that a second try does the same. */
export async function noteDecision(
  db: Database,
  { id, version }: Pick<Submission, 'id' | 'version'>,
  decision: Record<string, unknown>,
): Promise<void> {
  await db.client.execute({
    sql: `UPDATE submissions SET decision = coalesce(decision, ?) WHERE id = ? AND version = ? AND state = 'waiting'`,
    args: [JSON.stringify(decision), id, version],
  });
}

/** Links a letter that became a proposal before to one more. */
export async function linkLetter(db: Database, messageId: string, proposalId: string, entry: AuditEntry): Promise<void> {
  await db.client.batch(
    [
      { sql: 'INSERT INTO message_proposals (message_id, proposal_id) VALUES (?, ?) ON CONFLICT DO NOTHING', args: [messageId, proposalId] },
      auditIfChanged(entry),
    ],
    'write',
  );
}

/** Takes back what is in work. @returns false where it is not the deputy's, or decided already */
export async function dropSubmission(db: Database, { id, personId }: { id: string; personId: string }, entry: AuditEntry): Promise<boolean> {
  const [dropped] = await db.client.batch(
    [{ sql: `DELETE FROM submissions WHERE id = ? AND person_id = ? AND ${IN_WORK}`, args: [id, personId] }, auditIfChanged(entry)],
    'write',
  );
  return dropped?.rowsAffected === 1;
}

/** Erases what was decided long ago, or left in work; what still has to reach a record file stays. Who did what is in the audit log. */
export const forgetSubmissions: Statement = {
  sql: `DELETE FROM submissions WHERE coalesce(decided_on, on_day) < date('now', ?)
        AND NOT (state = 'confirmed' AND kind NOT IN ('answer', 'question', 'passOn')) AND state <> 'waiting'`,
  args: [`-${SUBMISSION_DAYS} days`],
};
