import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { answerMessage } from '../../functions/acts/answer-message.ts';
import { appealMessage } from '../../functions/acts/appeal-message.ts';
import { closeMessage } from '../../functions/acts/close-message.ts';
import { confirmHiding } from '../../functions/acts/confirm-hiding.ts';
import { convertMessage } from '../../functions/acts/convert-message.ts';
import { forwardMessage } from '../../functions/acts/forward-message.ts';
import { hideMessage } from '../../functions/acts/hide-message.ts';
import { publishMessage } from '../../functions/acts/publish-message.ts';
import { redirectMessage } from '../../functions/acts/redirect-message.ts';
import { refuseMessage } from '../../functions/acts/refuse-message.ts';
import { reopenMessage } from '../../functions/acts/reopen-message.ts';
import { restoreMessage } from '../../functions/acts/restore-message.ts';
import { withdrawMessage } from '../../functions/acts/withdraw-message.ts';
import { endMessages } from '../../functions/jobs/end-messages.ts';
import { lastDayToReturn, returnHidden } from '../../functions/jobs/return-hidden.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';

const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const clerk = { role: 'clerk', actor: 'staff:a' } as const;
const moderator = { role: 'moderator', actor: 'staff:b' } as const;
const deputy = { role: 'deputy', actor: 'people:lin-xiaohe' } as const;

describe.each(HOSTS)('the course of a message on %s', (_, start) => {
  let host: ApiHost;
  let id = '';
  let code = '';
  let writers = 0;
  beforeAll(async () => (host = await start()));
  afterAll(() => host.close());

  const write = async (more: object = {}) => {
    const body = {
      to: 'people:lin-xiaohe',
      kind: 'help',
      title: '路灯',
      text: '不亮',
      contact: '13811112222',
      public: true,
      ageConfirmed: true,
      ...more,
    };
    const sent = await host.send('/api/messages', { ...post(body), address: `198.51.100.${++writers}` });
    code = ((await sent.json()) as { code: string }).code;
    id = (await status()).id;
  };
  const status = async () => (await (await host.send('/api/messages/status', post({ code }))).json()) as MessageStatus;
  const count = async (sql: string, ...args: string[]) => Number((await host.db.client.execute({ sql, args })).rows[0]?.n);
  const publicPage = () => host.send(`/api/messages/${id}`);
  beforeEach(() => write());

  test('its sender sees each step with the day and the role, and the answer', async () => {
    const { context } = host;
    await acceptMessage(context, { id, by: clerk, note: '已派人去看' });
    await redirectMessage(context, { id, by: clerk, recipient: 'stations:qinghe' });
    await acceptMessage(context, { id, by: clerk });
    await forwardMessage(context, { id, by: clerk });
    await answerMessage(context, { id, by: deputy, from: 'people:lin-xiaohe', answer: '下周修' });
    const seen = await status();
    expect(seen).toMatchObject({ state: 'answered', to: 'stations:qinghe', answers: [{ by: 'people:lin-xiaohe', text: '下周修' }] });
    expect(seen.events.map(({ state, by, recipient, note }) => [state, by, recipient, note].filter(Boolean))).toEqual([
      ['submitted', 'sender'],
      ['accepted', 'clerk', '已派人去看'],
      ['redirected', 'clerk', 'stations:qinghe'],
      ['accepted', 'clerk'],
      ['forwarded', 'clerk'],
      ['answered', 'deputy'],
    ]);
    expect(JSON.stringify(seen)).not.toContain('staff:a');
    expect(await count("SELECT count(*) n FROM audit WHERE target = ? AND act LIKE '%-message'", id)).toBe(6);
  });

  test('of twelve clerks at once one wins; the others are told that it moved on, and nothing of theirs is left', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_unused, place) =>
        place % 2 ? acceptMessage(host.context, { id, by: clerk }) : refuseMessage(host.context, { id, by: clerk, refusal: 'unclear' }),
      ),
    );
    const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(losers.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array.from({ length: 11 }, () => 'messageMovedOn'));
    expect(await count('SELECT count(*) n FROM message_events WHERE message_id = ?', id)).toBe(2);
    expect(await count('SELECT count(*) n FROM audit WHERE target = ?', id)).toBe(2);
  });

  test('who acts on an old picture of it is told so, even where the state is the same again', async () => {
    await acceptMessage(host.context, { id, by: clerk, seen: 1 });
    await redirectMessage(host.context, { id, by: clerk, recipient: 'stations:qinghe', seen: 2 });
    await acceptMessage(host.context, { id, by: clerk, seen: 3 });
    await expect(forwardMessage(host.context, { id, by: clerk, seen: 2 })).rejects.toThrow('messageMovedOn');
  });

  test('a refused sender is told why and appeals once; the second refusal is the last word', async () => {
    await refuseMessage(host.context, { id, by: clerk, refusal: 'notCompetent', note: '请打 12345' });
    expect(await status()).toMatchObject({
      state: 'refused',
      refusal: 'notCompetent',
      events: [{}, { refusal: 'notCompetent', note: '请打 12345' }],
    });
    await appealMessage(host.context, { id, note: '12345 让我找代表' });
    await expect(acceptMessage(host.context, { id, by: clerk })).rejects.toThrow('moveNotAllowed');
    await refuseMessage(host.context, { id, by: moderator, refusal: 'notCompetent' });
    await expect(appealMessage(host.context, { id })).rejects.toThrow('onlyOnce');
  });

  test('nobody passes it to nobody, to a former deputy or to whom it is with', async () => {
    for (const [recipient, fault] of [
      ['people:nobody', 'recipientNotFound'],
      ['people:gu-yuan', 'formerDeputy'],
      ['reports:report-1', 'recipientNotFound'],
      ['people:lin-xiaohe', 'sameRecipient'],
    ] as const)
      await expect(redirectMessage(host.context, { id, by: clerk, recipient })).rejects.toThrow(fault);
    await expect(redirectMessage(host.context, { id, by: deputy, recipient: 'stations:qinghe' })).rejects.toThrow('moveNotAllowed');
  });

  test('one to an area is forwarded to somebody by name, who has it from then on', async () => {
    await write({ to: 'areas:qinghe-community' });
    await acceptMessage(host.context, { id, by: clerk });
    await expect(forwardMessage(host.context, { id, by: clerk })).rejects.toThrow('required');
    await forwardMessage(host.context, { id, by: clerk, recipient: 'people:lin-xiaohe' });
    expect(await status()).toMatchObject({ to: 'people:lin-xiaohe', state: 'forwarded' });
  });

  test('withdrawn, nobody knows who wrote it and nobody can work on it', async () => {
    await withdrawMessage(host.context, { id });
    expect(await count('SELECT count(*) n FROM message_senders WHERE message_id = ?', id)).toBe(0);
    await expect(acceptMessage(host.context, { id, by: clerk })).rejects.toThrow('messageMovedOn');
  });

  test('becomes a proposal with a link alone, is closed with it, and can be opened again', async () => {
    await acceptMessage(host.context, { id, by: clerk });
    await convertMessage(host.context, { id, by: clerk, proposalId: 'bridge' });
    expect(await count("SELECT count(*) n FROM message_proposals WHERE message_id = ? AND proposal_id = 'bridge'", id)).toBe(1);
    await closeMessage(host.context, { id, by: clerk });
    await reopenMessage(host.context, { id, by: { role: 'sender', actor: 'public' }, note: '还没有修' });
    expect(await status()).toMatchObject({ state: 'reopened' });
  });

  test('only the version that a moderator published stands in public, with the answers they chose; hidden, nothing does', async () => {
    await acceptMessage(host.context, { id, by: clerk });
    await answerMessage(host.context, { id, by: deputy, from: 'people:lin-xiaohe', answer: '王某您好，下周修' });
    expect((await publicPage()).status).toBe(404);
    const answers = await host.db.client.execute({ sql: 'SELECT id FROM answers WHERE message_id = ?', args: [id] });
    const version = { id, actor: 'staff:b', title: '路灯（公开版）', text: '［地址］不亮', name: '王某', answers: [] };
    await publishMessage(host.context, version);
    expect(await (await publicPage()).json()).toMatchObject({ title: '路灯（公开版）', text: '［地址］不亮', answers: [] });
    await publishMessage(host.context, { ...version, answers: [{ id: answers.rows[0]?.id as string, text: '您好，下周修' }] });
    const shown = await (await publicPage()).text();
    expect(shown).toContain('您好，下周修');
    expect(shown).not.toContain('王某');

    await hideMessage(host.context, { id, reason: 'personalData', actor: 'staff:a' });
    expect((await publicPage()).status).not.toBe(200);
    await expect(confirmHiding(host.context, { id, actor: 'staff:a' })).rejects.toThrow('secondPersonNeeded');
    await restoreMessage(host.context, { id, actor: 'staff:b' });
    expect((await publicPage()).status).toBe(200);
    await expect(restoreMessage(host.context, { id, actor: 'staff:b' })).rejects.toThrow('notHidden');
  });

  test('without its sender’s consent nobody publishes it', async () => {
    await write({ public: false });
    await acceptMessage(host.context, { id, by: clerk });
    await expect(publishMessage(host.context, { id, actor: 'staff:b', title: 'x', text: 'y', name: undefined, answers: [] })).rejects.toThrow(
      'notToBePublished',
    );
  });

  const later = (day: string) => ({
    ...host.context,
    clock: { now: () => new Date(`${day}T04:00:00Z`) },
    settings: { ...host.context.settings, today: day },
  });

  test('what one person hid and nobody confirmed comes back; what was confirmed stays hidden', async () => {
    const hidden: string[] = [];
    for (const confirmed of [false, true]) {
      await write();
      await acceptMessage(host.context, { id, by: clerk });
      await publishMessage(host.context, { id, actor: 'staff:b', title: 'x', text: 'y', name: undefined, answers: [] });
      await hideMessage(later('2026-11-20'), { id, reason: 'underReview', actor: 'staff:a' });
      if (confirmed) await confirmHiding(host.context, { id, actor: 'staff:b' });
      hidden.push(id);
    }
    // Friday; the next working day is Monday.
    expect(await returnHidden(later('2026-11-23'))).toBe(0);
    expect(await returnHidden(later('2026-11-24'))).toBe(1);
    expect(await count('SELECT count(*) n FROM messages WHERE hidden = 0 AND id = ?', hidden[0] ?? '')).toBe(1);
    expect(await count('SELECT count(*) n FROM messages WHERE hidden = 1 AND id = ?', hidden[1] ?? '')).toBe(1);
  });

  test('answered and not contradicted it is closed after six days; unmoved for half a year it expires', async () => {
    const waiting = id;
    await write();
    await acceptMessage(host.context, { id, by: clerk });
    await answerMessage(later('2026-12-01'), { id, by: clerk, from: 'people:lin-xiaohe', answer: '修好了' });
    await endMessages(later('2026-12-06'));
    expect((await status()).state).toBe('answered');
    await endMessages(later('2026-12-07'));
    expect(await status()).toMatchObject({ state: 'closed', events: [{}, {}, {}, { state: 'closed', by: 'job', on: '2026-12-07' }] });
    await endMessages(later('2027-12-01'));
    expect(await count("SELECT count(*) n FROM messages WHERE id = ? AND state = 'expired'", waiting)).toBe(1);
  });
});

test.each([
  ['2026-11-24', '2026-11-22'],
  ['2026-11-23', '2026-11-19'],
  ['2026-11-22', '2026-11-19'],
  ['2026-11-27', '2026-11-25'],
])('on %s comes back what was hidden on %s or before', (today, day) => expect(lastDayToReturn(today)).toBe(day));
