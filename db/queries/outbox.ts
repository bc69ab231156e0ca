import { and, asc, eq, inArray, notLike, or, sql } from 'drizzle-orm';
import { LEASE_MINUTES, type Channel, type NoticeFault, type NoticeState } from '../domain/notice.ts';
import { outbox } from '../tables/outbox.ts';
import type { Database } from '../remote.ts';
import { auditIfChanged, type AuditEntry, type Statement } from './statement.ts';

/** A notice as it is to be kept. */
export type NoticeToKeep = {
  id: string;
  event: string;
  about: string;
  channel: Channel;
  template: string;
  sealed: string;
  state: Extract<NoticeState, 'waiting' | 'byHand'>;
  fault: NoticeFault | null;
  nextAt: string;
  createdOn: string;
};

/**
 * Keeps a notice, in the transaction of what it tells. Of the same event the second is left out.
 * `ifChanged`: only where the statement before it changed a row.
 */
export const keepNotice = (notice: NoticeToKeep, { ifChanged }: { ifChanged: boolean }): Statement => ({
  sql: `INSERT INTO outbox (id, event, about, channel, template, sealed, state, fault, next_at, created_on)
        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${ifChanged ? 'changes() > 0' : 'true'} ON CONFLICT (event) DO NOTHING`,
  args: [
    notice.id,
    notice.event,
    notice.about,
    notice.channel,
    notice.template,
    notice.sealed,
    notice.state,
    notice.fault,
    notice.nextAt,
    notice.createdOn,
  ],
});

/** What a sender holds; `attempts` proves that the lease is still its own. `again`: the one before it never said how it ended. */
export type ClaimedNotice = { id: string; channel: Channel; template: string; sealed: string; attempts: number; again: boolean };

/** Takes up to `most` notices that are due, each for one sender alone, until `leaseEnd`. One statement decides. */
export async function claimNotices(db: Database, { at, most }: { at: Date; most: number }): Promise<ClaimedNotice[]> {
  const leaseEnd = new Date(at.getTime() + LEASE_MINUTES * 60_000).toISOString();
  const { rows } = await db.client.execute({
    // The fault of a row under way is that nobody knows how it ended; whoever marks it puts in what is known.
    sql: `UPDATE outbox SET fault = CASE state WHEN 'sending' THEN 'unknownOutcome' END, state = 'sending', attempts = attempts + 1, next_at = ?
          WHERE id IN (SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND next_at <= ? ORDER BY next_at LIMIT ?)
          RETURNING id, channel, template, sealed, attempts, fault`,
    args: [leaseEnd, at.toISOString(), most],
  });
  return rows.map((row) => ({
    id: row.id as string,
    channel: row.channel as Channel,
    template: row.template as string,
    sealed: row.sealed as string,
    attempts: Number(row.attempts),
    again: row.fault === 'unknownOutcome',
  }));
}

/** How a try ended. */
export type NoticeOutcome =
  | { state: 'sent'; on: string }
  | { state: 'waiting'; fault: NoticeFault; nextAt: string }
  | { state: 'failed' | 'byHand'; fault: NoticeFault };

/** Keeps how a try ended, unless the lease went to another sender meanwhile. What was sent is emptied. */
export async function markNotice(db: Database, { id, attempts }: Pick<ClaimedNotice, 'id' | 'attempts'>, outcome: NoticeOutcome): Promise<void> {
  const sent = outcome.state === 'sent';
  await db.client.execute({
    sql: `UPDATE outbox SET state = ?, fault = ?, next_at = coalesce(?, next_at), sent_on = ?, sealed = CASE WHEN ? THEN '' ELSE sealed END
          WHERE id = ? AND attempts = ? AND state = 'sending'`,
    args: [
      outcome.state,
      sent ? null : outcome.fault,
      outcome.state === 'waiting' ? outcome.nextAt : null,
      sent ? outcome.on : null,
      sent ? 1 : 0,
      id,
      attempts,
    ],
  });
}

/** Marks as sent what a person sent, and empties it. @returns false where it was not waiting for a person */
export async function markSentByHand(db: Database, { id, on, audit }: { id: string; on: string; audit: AuditEntry }): Promise<boolean> {
  const [changed] = await db.client.batch(
    [
      { sql: `UPDATE outbox SET state = 'sent', sent_on = ?, sealed = '' WHERE id = ? AND state IN ('byHand', 'failed')`, args: [on, id] },
      auditIfChanged(audit),
    ],
    'write',
  );
  return changed?.rowsAffected === 1;
}

/** Mails to followers are never told by hand: whoever follows can read the page. */
const forPersons = notLike(outbox.about, 'fol%');

/** What waits for a person, the oldest first. */
export const listNoticesByHand = (db: Database, most: number) =>
  db.orm
    .select()
    .from(outbox)
    .where(and(inArray(outbox.state, ['byHand', 'failed']), forPersons))
    .orderBy(asc(outbox.createdOn), asc(outbox.id))
    .limit(most);

/** Erases what is still to be told about a row (a message, a follower): its reader's contact is no longer ours. */
export const eraseNotices = (about: string): Statement => ({ sql: `DELETE FROM outbox WHERE about = ? AND state <> 'sent'`, args: [about] });

/** How many wait, since when the oldest has been due, and how many wait for a person. */
export async function countNotices(db: Database): Promise<{ waiting: number; dueSince: string | undefined; failed: number; byHand: number }> {
  const count = (state: NoticeState) => sql<number>`count(*) filter (where ${eq(outbox.state, state)})`;
  const [row] = await db.orm
    .select({
      waiting: sql<number>`count(*) filter (where ${outbox.state} in ('waiting', 'sending'))`,
      dueSince: sql<string | null>`min(${outbox.nextAt}) filter (where ${outbox.state} in ('waiting', 'sending'))`,
      failed: count('failed'),
      byHand: count('byHand'),
    })
    .from(outbox)
    .where(or(inArray(outbox.state, ['waiting', 'sending']), and(inArray(outbox.state, ['failed', 'byHand']), forPersons)));
  return { waiting: row?.waiting ?? 0, dueSince: row?.dueSince ?? undefined, failed: row?.failed ?? 0, byHand: row?.byHand ?? 0 };
}
