import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { eraseAgain, takeFromLater } from '../../db/queries/later.ts';
import { findSession, keepReplyKeys, openSession, revokeReplyKey } from '../../db/queries/reply-keys.ts';
import { eraseContact, eraseEverything } from '../../db/queries/sender-acts.ts';
import { messageAdditions, messagePhotos } from '../../db/tables/message-talk.ts';
import { submissions } from '../../db/tables/reply.ts';
import { answers, messageEvents, messages, messageSenders } from '../../db/tables/messages.ts';

test('an older copy that is restored forgets again what a sender erased: text, addition, photograph, contact, public version', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-again-'));
  const [id, on] = ['msg_one', '2026-11-01'];
  const make = async (name: string) => {
    const db = await openDatabase({ url: `file:${join(folder, name)}` });
    await migrateDatabase(db);
    const canary = { title: '金丝雀', text: '金丝雀', publicTitle: '金丝雀', publicText: '金丝雀', publishedOn: on } as const;
    const rest = { to: 'people:li-hua', kind: 'help', consented: true, hideName: true, trust: 'normal', state: 'answered' } as const;
    await db.orm.insert(messages).values({ id, ...canary, ...rest, submittedOn: on, expectedBy: on });
    await db.orm.insert(messageEvents).values({ messageId: id, ordinal: 1, state: 'submitted', on, by: 'sender', note: '金丝雀' });
    await db.orm.insert(answers).values({ id: 'ans_one', messageId: id, by: 'people:li-hua', text: '修', publicText: '金丝雀', on });
    await db.orm.insert(messageAdditions).values({ id: 'add_one', messageId: id, text: '金丝雀', on });
    const photo = { id: 'pho_one', messageId: id, digest: 'x', bytes: Buffer.from('金丝雀'), width: 1, height: 1, shown: true, on };
    await db.orm.insert(messagePhotos).values(photo);
    const entered = { personId: 'li-hua', target: id, body: '{"text":"金丝雀"}', enteredBy: 'people:li-hua', on } as const;
    await db.orm.insert(submissions).values({ id: 'sub_one', kind: 'answer', state: 'confirmed', ...entered });
    await db.orm.insert(messageSenders).values({ messageId: id, sealed: '金丝雀' });
    return db;
  };
  const [older, later] = [await make('older.db'), await make('later.db')];
  const at = `${on}T00:00:00.000Z`;
  await eraseContact(later, { id, at });
  expect(await later.orm.select().from(submissions)).toHaveLength(1);
  await eraseEverything(later, { id, on, at });
  expect(await later.orm.select().from(submissions)).toEqual([]);
  later.close();
  await takeFromLater(older, join(folder, 'later.db'));
  await eraseAgain(older);
  const { rows: tables } = await older.client.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  for (const { name } of tables)
    expect([name, JSON.stringify((await older.client.execute(`SELECT * FROM "${String(name)}"`)).rows)]).toEqual([
      name,
      expect.not.stringContaining('金丝雀'),
    ]);
  expect([await older.orm.select().from(messages), await older.orm.select().from(messagePhotos)].map((rows) => rows.length)).toEqual([1, 0]);
  older.close();
});

test('a restored older copy opens no door that was closed since: a revoked sheet, a used day code, a session', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-sheets-'));
  const entry = { at: '2026-11-01T00:00:00.000Z', actor: 'cli', act: 'issue-reply-key' };
  const make = async (name: string) => {
    const db = await openDatabase({ url: `file:${join(folder, name)}` });
    await migrateDatabase(db);
    const expiresAt = '2036-01-01T00:00:00.000Z';
    await keepReplyKeys(db, [{ personId: 'li-hua', hash: 'link', issuedOn: '2026-11-01', expiresAt, day: { hash: 'day', expiresAt } }], entry);
    await openSession(db, { tokenHash: 'link' }, 'session', { ...entry, target: 'people:li-hua' });
    return db;
  };
  const [older, later] = [await make('older.db'), await make('later.db')];
  expect(await findSession(older, 'session')).toBeDefined();
  await revokeReplyKey(later, 'li-hua', { ...entry, target: 'people:li-hua' });
  later.close();
  await takeFromLater(older, join(folder, 'later.db'));
  await eraseAgain(older);
  expect(await findSession(older, 'session')).toBeUndefined();
  expect(await openSession(older, { tokenHash: 'link' }, 'again', { ...entry, target: 'people:li-hua' })).toBeUndefined();
  older.close();
});
