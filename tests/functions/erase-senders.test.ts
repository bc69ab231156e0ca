import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import type { MessageState } from '../../db/domain/message-state.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { messageEvents, messages, messageSenders } from '../../db/tables/messages.ts';
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
