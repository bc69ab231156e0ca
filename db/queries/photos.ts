/** Photographs of messages. */
import { PUBLIC_STATES } from '../domain/message-state.ts';
import type { ResultSet } from '@libsql/client/web';
import type { Database } from '../remote.ts';
import { auditIfChanged, type AuditEntry } from './statement.ts';

export type PhotoToKeep = { id: string; messageId: string; digest: string; bytes: Uint8Array; width: number; height: number; on: string };

/** Keeps a photograph unless the message has as many as it may; the same one twice is kept once. False where there is no room. */
export async function keepPhoto(db: Database, photo: PhotoToKeep, most: number, entry: AuditEntry): Promise<boolean> {
  const { messageId, digest } = photo;
  const [, , look] = await db.client.batch(
    [
      {
        sql: `INSERT INTO message_photos (id, message_id, digest, bytes, width, height, on_day) SELECT ?, ?, ?, ?, ?, ?, ?
              WHERE (SELECT count(*) FROM message_photos WHERE message_id = ?) < ?
              AND NOT EXISTS (SELECT 1 FROM message_photos WHERE message_id = ? AND digest = ?)`,
        args: [photo.id, messageId, digest, photo.bytes, photo.width, photo.height, photo.on, messageId, most, messageId, digest],
      },
      auditIfChanged(entry),
      { sql: 'SELECT 1 FROM message_photos WHERE message_id = ? AND digest = ?', args: [messageId, digest] },
    ],
    'write',
  );
  return look?.rows.length === 1;
}

/** A photograph as the desk sees it, private or shown. */
export async function findPhoto(db: Database, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return bytesOf(await db.client.execute({ sql: 'SELECT bytes FROM message_photos WHERE id = ?', args: [id] }));
}

/** A photograph that a moderator showed, of a message that is public now. */
export async function findPublicPhoto(db: Database, messageId: string, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const states = PUBLIC_STATES.map(() => '?').join(', ');
  return bytesOf(
    await db.client.execute({
      sql: `SELECT bytes FROM message_photos p JOIN messages m ON m.id = p.message_id WHERE p.id = ? AND m.id = ? AND p.shown = 1 AND m.consented = 1
            AND m.hidden = 0 AND m.published_on IS NOT NULL AND m.public_text IS NOT NULL AND m.state IN (${states})`,
      args: [id, messageId, ...PUBLIC_STATES],
    }),
  );
}

/** A photograph that was reviewed; whose message the reader may see must be known before. */
export async function findReviewedPhoto(db: Database, messageId: string, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return bytesOf(
    await db.client.execute({ sql: 'SELECT bytes FROM message_photos WHERE id = ? AND message_id = ? AND shown = 1', args: [id, messageId] }),
  );
}

/** Shows a photograph beside the published message, or takes it back. False where there is none. */
export async function markPhoto(db: Database, { id, shown }: { id: string; shown: boolean }, entry: AuditEntry): Promise<boolean> {
  const [changed] = await db.client.batch(
    [{ sql: 'UPDATE message_photos SET shown = ? WHERE id = ?', args: [shown ? 1 : 0, id] }, auditIfChanged(entry)],
    'write',
  );
  return changed?.rowsAffected === 1;
}

// A file's driver gives an ArrayBuffer, and so does the one over HTTP.
function bytesOf({ rows }: ResultSet): Uint8Array<ArrayBuffer> | undefined {
  const bytes = rows[0]?.bytes;
  return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : undefined;
}
