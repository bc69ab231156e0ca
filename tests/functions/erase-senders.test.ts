import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import type { MessageState } from '../../db/domain/message-state.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { messageEvents, messages, messageSenders } from '../../db/tables/messages.ts';
import { messagePhotos } from '../../db/tables/message-talk.ts';
import { outbox } from '../../db/tables/outbox.ts';
import { eraseSenders } from '../../functions/jobs/erase-senders.ts';
import type { Settings } from '../../functions/settings.ts';

test('who wrote is forgotten 35 days after the answer or the end, and not before; the letter stays', async () => {
  const db = await openDatabase({ url: `file:${join(mkdtempSync(join(tmpdir(), 'huiyin-erase-')), 'a.db')}` });
  await migrateDatabase(db);
  const rows: [string, MessageState, string][] = [
    ['msg_answered_long_ago', 'answered', '2026-10-18'],
    ['msg_answered_lately', 'answered', '2026-10-19'],
    ['msg_refused', 'refused', '2026-01-05'],
    ['msg_waiting', 'forwarded', '2026-01-05'],
  ];
  for (const [id, state, on] of rows) {
    await db.orm.insert(messages).values({
      id,
      to: 'people:li-hua',
      kind: 'help',
      title: '路灯',
      text: '不亮',
      consented: false,
      hideName: true,
      trust: 'normal',
      state,
      submittedOn: '2026-01-02',
      expectedBy: '2026-01-17',
    });
    await db.orm.insert(messageEvents).values([
      { messageId: id, ordinal: 1, state: 'submitted', on: '2026-01-02' },
      { messageId: id, ordinal: 2, state, on },
    ]);
    await db.orm.insert(messageSenders).values({ messageId: id, sealed: 'sealed' });
    const notice = { about: id, channel: 'hand', template: 'messageAnswered', sealed: 'sealed', state: 'byHand', nextAt: '', createdOn: on } as const;
    await db.orm.insert(outbox).values({ ...notice, id: `ntc_${id}`, event: id });
  }
  const context = { db, clock: { now: () => new Date('2026-11-22T04:00:00Z') }, settings: { today: undefined } as Settings };
  expect(await eraseSenders(context)).toBe(2);
  expect(await eraseSenders(context)).toBe(0);
  expect((await db.orm.select().from(messageSenders)).map(({ messageId }) => messageId).toSorted()).toEqual(['msg_answered_lately', 'msg_waiting']);
  expect((await db.orm.select().from(outbox)).map(({ about }) => about).toSorted()).toEqual(['msg_answered_lately', 'msg_waiting']);
  expect(await db.orm.select().from(messages)).toHaveLength(4);
  db.close();
});

test.each([
  ['closed some days after the answer: the answer counts', 'closed', ['answered 2026-10-18', 'closed 2026-10-24'], false, true],
  [
    'answered again after it was opened again: the last answer counts',
    'answered',
    ['answered 2026-01-18', 'reopened 2026-02-01', 'answered 2026-11-01'],
    false,
    false,
  ],
  ['became a proposal, and the sender did not want to be told', 'converted', ['accepted 2026-01-03', 'converted 2026-02-01'], false, true],
  ['became a proposal, and the sender wants to be told to the end', 'converted', ['accepted 2026-01-03', 'converted 2026-02-01'], true, false],
  ['closed with the last promise, long ago', 'closed', ['converted 2026-02-01', 'closed 2026-10-01'], true, true],
  ['closed with the last promise, lately', 'closed', ['converted 2026-02-01', 'closed 2026-11-01'], true, false],
] as const)('%s', async (_name, state, course, follow, gone) => {
  const db = await openDatabase({ url: `file:${join(mkdtempSync(join(tmpdir(), 'huiyin-erase-')), 'a.db')}` });
  await migrateDatabase(db);
  const [id, day] = ['msg_one', '2026-01-02'];
  const message = { id, to: 'people:li-hua', kind: 'help', title: '路灯', text: '不亮', consented: true, hideName: true, trust: 'normal' } as const;
  await db.orm.insert(messages).values({ ...message, state, follow, submittedOn: day, expectedBy: day });
  const steps = course.map((step) => step.split(' ') as [MessageState, string]);
  await db.orm.insert(messageEvents).values(steps.map(([step, on], place) => ({ messageId: id, ordinal: place + 1, state: step, on })));
  await db.orm.insert(messageSenders).values({ messageId: id, sealed: 'sealed' });
  for (const shown of [true, false]) {
    const photo = { messageId: id, digest: String(shown), bytes: Buffer.from('x'), width: 1, height: 1, on: day };
    await db.orm.insert(messagePhotos).values({ ...photo, id: `pho_${shown}`, shown });
  }
  await eraseSenders({ db, clock: { now: () => new Date('2026-11-22T04:00:00Z') }, settings: { today: undefined } as Settings });
  expect(await db.orm.select().from(messageSenders)).toHaveLength(gone ? 0 : 1);
  // What a moderator published stays as long as the message does.
  expect((await db.orm.select().from(messagePhotos)).map((photo) => photo.id).toSorted()).toEqual(gone ? ['pho_true'] : ['pho_false', 'pho_true']);
  db.close();
});
