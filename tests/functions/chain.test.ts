import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { isProposalOver } from '../../db/domain/proposal-course.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { convertMessage } from '../../functions/acts/convert-message.ts';
import { hideMessage } from '../../functions/acts/hide-message.ts';
import { publishMessage } from '../../functions/acts/publish-message.ts';
import { takeSnapshot } from '../../functions/acts/take-snapshot.ts';
import { endMessages } from '../../functions/jobs/end-messages.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';

const clerk = { role: 'clerk', actor: 'staff:chen' } as const;

describe.each(HOSTS)('from message to verdict on %s', (_, start) => {
  let host: ApiHost;
  let writers = 0;
  beforeAll(async () => (host = await start()));
  afterAll(() => host.close());

  const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const write = async (more: object = {}) => {
    const body = { to: 'people:lin-xiaohe', kind: 'help', title: '路灯', text: '不亮', public: true, ageConfirmed: true, ...more };
    const sent = await host.send('/api/messages', { ...json(body), address: `198.51.100.${++writers}` });
    const { code } = (await sent.json()) as { code: string };
    const status = async () => (await (await host.send('/api/messages/status', json({ code }))).json()) as MessageStatus;
    const { id } = await status();
    await acceptMessage(host.context, { id, by: clerk });
    return { id, status };
  };

  test('the sender’s page follows the proposal to reply, promise and the deputy’s verdict', async () => {
    const { id, status } = await write();
    expect((await status()).proposals).toEqual([]);
    await convertMessage(host.context, { id, by: clerk, proposalId: 'p-road' });
    expect((await status()).proposals).toEqual([
      {
        id: 'p-road',
        published: true,
        title: '关于修路的建议',
        state: 'replied',
        replies: [
          {
            unit: '县交通运输局',
            repliedOn: '2026-11-10',
            class: 'inProgress',
            satisfied: 'satisfied',
            promises: [{ what: '修好', due: '2026-11-15', standing: 'kept', verdict: 'partly' }],
          },
        ],
      },
    ]);
  });

  test('a proposal that is not published yet is named as being prepared, and the message stays open', async () => {
    const { id, status } = await write();
    await convertMessage(host.context, { id, by: clerk, proposalId: 'p-later' });
    expect((await status()).proposals).toEqual([{ id: 'p-later', published: false, replies: [] }]);
    await endMessages(host.context);
    expect((await status()).state).toBe('converted');
  });

  test('a message closes with the last promise of its last proposal', async () => {
    const done = await write();
    await convertMessage(host.context, { id: done.id, by: clerk, proposalId: 'p-over' });
    await endMessages(host.context);
    expect((await done.status()).state).toBe('closed');
    const open = await write();
    await convertMessage(host.context, { id: open.id, by: clerk, proposalId: 'p-over' });
    await host.db.client.execute({ sql: 'INSERT INTO message_proposals (message_id, proposal_id) VALUES (?, ?)', args: [open.id, 'p-road'] });
    await endMessages(host.context);
    expect((await open.status()).state).toBe('converted');
  });

  test('the release counts all messages of a proposal and links the public ones; what is hidden is counted but not linked', async () => {
    const [shown, hidden, kept] = [await write(), await write(), await write({ public: false, title: '金丝雀标题' })];
    for (const { id } of [shown, hidden])
      await publishMessage(host.context, { id, actor: 'staff:wen', title: '路灯', text: '不亮', name: undefined, answers: [] });
    for (const { id } of [shown, hidden, kept]) await convertMessage(host.context, { id, by: clerk, proposalId: 'p-many' });
    await hideMessage(host.context, { id: hidden.id, actor: 'staff:wen', reason: 'personalData' });
    const snapshot = await takeSnapshot(host.context, { asOf: '2026-11-22', minimum: 10 });
    expect(snapshot.proposals['p-many']).toEqual({ messages: 3, shown: [{ id: shown.id, on: expect.stringMatching(/^\d{4}-/) as string }] });
    expect(JSON.stringify(snapshot)).not.toContain('金丝雀');
  });
});

test('a proposal is over when nothing is owed any more, and never because it was not accepted', () => {
  const promise = { id: 'a', what: '修', due: '2026-01-01', events: [] };
  const kept = { ...promise, events: [{ kind: 'kept' as const, on: '2026-02-01', evidence: '验收' }] };
  const over = (state: string, flags: string[], promises: object[]) =>
    isProposalOver({ state, flags } as never, [{ promises }] as never, '2026-11-22');
  expect([over('closed', [], [kept]), over('replied', [], []), over('closed', [], [])]).toEqual([true, true, true]);
  expect([over('closed', [], [promise]), over('replied', ['waitingFeedback'], [kept]), over('assigned', [], [])]).toEqual([false, false, false]);
  expect([over('notAccepted', [], []), over('withdrawn', [], [])]).toEqual([false, false]);
});
