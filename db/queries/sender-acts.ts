/** What a sender does to a message by its code, besides moving it; each with its audit row, all or nothing. */
import { newId } from '../domain/ids.ts';
import type { SurveyRound } from '../domain/message-survey.ts';
import type { Database } from '../remote.ts';
import { eraseNotices } from './outbox.ts';
import { auditIfChanged, rememberRequest, type AuditEntry, type RepeatKey, type Statement } from './statement.ts';

const changed = async (db: Database, statements: Statement[]): Promise<boolean> =>
  (await db.client.batch(statements, 'write'))[0]?.rowsAffected === 1;

const entryOf = (at: string, act: string, target: string): AuditEntry => ({ at, actor: 'public', act, target });

/** False where there are as many as may be, or the message has ended. */
export const keepAddition = (
  db: Database,
  given: { id: string; text: string; on: string; at: string; most: number; repeat: RepeatKey | undefined },
): Promise<boolean> =>
  changed(db, [
    {
      sql: `INSERT INTO message_additions (id, message_id, text, on_day) SELECT ?, ?, ?, ?
            WHERE (SELECT count(*) FROM message_additions WHERE message_id = ?) < ?`,
      args: [newId('add'), given.id, given.text, given.on, given.id, given.most],
    },
    auditIfChanged(entryOf(given.at, 'add-to-message', given.id)),
    ...(given.repeat ? [rememberRequest(given.repeat)] : []),
  ]);

/** False where it was asked after before. */
export const keepChase = (db: Database, { id, on, at }: { id: string; on: string; at: string }): Promise<boolean> =>
  changed(db, [
    { sql: 'UPDATE messages SET chased_on = ? WHERE id = ? AND chased_on IS NULL', args: [on, id] },
    auditIfChanged(entryOf(at, 'chase-message', id)),
  ]);

/** The last word counts until the message is looked at again. */
export const keepSurvey = (
  db: Database,
  { id, round, answer, on, at }: { id: string; round: SurveyRound; answer: string; on: string; at: string },
): Promise<boolean> =>
  changed(db, [
    {
      sql: 'INSERT INTO message_surveys (message_id, round, answer, on_day) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      args: [id, round, answer, on],
    },
    auditIfChanged(entryOf(at, 'answer-survey', id)),
  ]);

/** Takes back the consent to publish: nothing of it is public from this moment. */
export const takeConsentBack = (db: Database, { id, at }: { id: string; at: string }): Promise<boolean> =>
  changed(db, [
    {
      sql: `UPDATE messages SET consented = 0, published_on = NULL, public_title = NULL, public_text = NULL, public_name = NULL
            WHERE id = ? AND consented = 1`,
      args: [id],
    },
    auditIfChanged(entryOf(at, 'unpublish-message', id)),
    { sql: 'UPDATE message_photos SET shown = 0 WHERE message_id = ?', args: [id] },
  ]);

/** Erases name and contact, and what was still to be told to them. */
export const eraseContact = (db: Database, { id, at }: { id: string; at: string }): Promise<boolean> =>
  changed(db, [
    { sql: 'DELETE FROM message_senders WHERE message_id = ?', args: [id] },
    auditIfChanged(entryOf(at, 'erase-contact', id)),
    { sql: 'UPDATE messages SET follow = 0 WHERE id = ?', args: [id] },
    eraseNotices(id),
  ]);

/** Erases all that the sender wrote; that there was a message, and its course, stays. */
export const eraseEverything = (db: Database, { id, on, at }: { id: string; on: string; at: string }): Promise<boolean> =>
  changed(db, [
    {
      sql: `UPDATE messages SET title = '', text = '', cares = '', follow = 0, consented = 0, published_on = NULL,
            public_title = NULL, public_text = NULL, public_name = NULL WHERE id = ? AND text <> ''`,
      args: [id],
    },
    auditIfChanged(entryOf(at, 'erase-message', id)),
    { sql: 'INSERT INTO erased_texts (message_id, on_day) VALUES (?, ?) ON CONFLICT DO NOTHING', args: [id, on] },
    ...['message_senders', 'message_additions', 'message_photos'].map((table) => ({ sql: `DELETE FROM ${table} WHERE message_id = ?`, args: [id] })),
    { sql: `UPDATE message_events SET note = NULL WHERE message_id = ? AND moved_by = 'sender'`, args: [id] },
    { sql: 'UPDATE answers SET public_text = NULL WHERE message_id = ?', args: [id] },
    // What a deputy entered about it quotes it; a proposal is the deputy's own text.
    { sql: `DELETE FROM submissions WHERE target = ? AND kind <> 'proposal'`, args: [id] },
    eraseNotices(id),
  ]);
