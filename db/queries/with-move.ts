/** What goes with single moves: an answer, the link to a proposal, the end of what is known of a sender. */
import { newId } from '../domain/ids.ts';
import { eraseNotices } from './outbox.ts';
import type { Statement } from './statement.ts';

type Also = (moved: string, eventId: string) => Statement[];

/** Keeps an answer; `publicText` where it may be read by everybody at once. */
export const keepAnswer =
  (messageId: string, answer: { by: string; text: string; publicText: string | undefined; on: string }): Also =>
  (moved, eventId) => [
    {
      sql: `INSERT INTO answers (id, message_id, answered_by, text, public_text, on_day) SELECT ?, ?, ?, ?, ?, ? WHERE ${moved}`,
      args: [newId('ans'), messageId, answer.by, answer.text, answer.publicText ?? null, answer.on, eventId],
    },
  ];

/** Links a message to the proposal that it becomes. */
export const linkProposal =
  (messageId: string, proposalId: string): Also =>
  (moved, eventId) => [
    {
      sql: `INSERT INTO message_proposals (message_id, proposal_id) SELECT ?, ? WHERE ${moved} ON CONFLICT DO NOTHING`,
      args: [messageId, proposalId, eventId],
    },
  ];

/** Erases who wrote, the photographs, and what was still to be told to them. */
export const forgetSender =
  (messageId: string): Also =>
  (moved, eventId) =>
    [
      { sql: 'DELETE FROM message_senders WHERE message_id = ?', args: [messageId] },
      { sql: 'DELETE FROM message_photos WHERE message_id = ?', args: [messageId] },
      eraseNotices(messageId),
    ].map(({ sql, args }) => ({
      sql: `${sql} AND ${moved}`,
      args: [...args, eventId],
    }));
