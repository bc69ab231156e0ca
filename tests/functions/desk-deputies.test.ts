import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { forwardMessage } from '../../functions/acts/forward-message.ts';
import type { ReplySheet } from '../../functions/acts/issue-reply-keys.ts';
import type { DeskDeputy } from '../../functions/acts/list-deputies.ts';
import type { Inbox } from '../../functions/acts/show-inbox.ts';
import type { OwnSubmission } from '../../db/domain/submission.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { enterAs, type Entered } from '../support/desk-visitor.ts';

const clerk = { role: 'clerk', actor: 'staff:chen' } as const;

describe.each(HOSTS)('the office and deputies on %s', (_, start) => {
  let host: ApiHost;
  let desk: Entered;
  beforeAll(async () => {
    host = await start();
    desk = await enterAs(host, 'clerk');
  });
  afterAll(() => host.close());

  const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const read = async <T>(response: Response): Promise<T> => (await response.json()) as T;

  test('sheets are made, a code is told on the telephone, and both end when revoked; the list never holds a secret', async () => {
    const made = await desk.post('/deputies/sheets', { personIds: ['lin-xiaohe', 'zhou-an'] });
    expect(made.status).toBe(201);
    const [sheet] = (await read<{ items: ReplySheet[] }>(made)).items;
    const enter = (body: object) => host.send('/api/reply/sessions', json(body));
    expect((await enter({ token: sheet?.token })).status).toBe(201);
    const { number, dayCode } = await read<{ number: number; dayCode: string }>(await desk.post('/deputies/code', { personId: 'lin-xiaohe' }));
    expect((await enter({ number: String(number), dayCode })).status).toBe(201);
    const listed = await (await desk.get('/deputies')).text();
    expect(listed).not.toContain(sheet?.token);
    expect((JSON.parse(listed) as { items: DeskDeputy[] }).items.map(({ id, valid }) => [id, valid]).toSorted()).toEqual([
      ['lin-xiaohe', true],
      ['zhou-an', true],
    ]);
    expect((await desk.post('/deputies/revoke', { personId: 'lin-xiaohe' })).status).toBe(200);
    expect((await enter({ token: sheet?.token })).status).toBe(403);
    expect((await desk.post('/deputies/sheets', { personIds: ['gu-yuan'] })).status).toBe(404);
    const audit = await host.db.client.execute("SELECT actor FROM audit WHERE act IN ('issue-reply-key', 'issue-day-code', 'revoke-reply-key')");
    expect(new Set(audit.rows.map(({ actor }) => actor))).toEqual(new Set([`staff:${desk.name}`]));
  });

  test('what the office enters for a deputy is the deputy’s answer, and the record says who typed it', async () => {
    const body = { to: 'people:lin-xiaohe', kind: 'help', title: '路灯', text: '不亮', ageConfirmed: true };
    const { code } = await read<{ code: string }>(await host.send('/api/messages', json(body)));
    const status = async () => read<MessageStatus>(await host.send('/api/messages/status', json({ code })));
    const { id } = await status();
    await acceptMessage(host.context, { id, by: clerk });
    await forwardMessage(host.context, { id, by: clerk });
    const inbox = await read<Inbox>(await desk.get('/deputies/lin-xiaohe/inbox'));
    expect(inbox.letters.map((letter) => letter.id)).toContain(id);
    expect((await desk.get(`/deputies/zhou-an/letters/${id}`)).status).toBe(404);
    const entered = await read<OwnSubmission>(
      await desk.post('/deputies/lin-xiaohe/submissions', { kind: 'answer', target: id, body: { text: '代表口述：下周去' } }),
    );
    expect(entered).toMatchObject({ state: 'waiting', byOffice: true });
    expect((await desk.post('/submissions/confirm', { id: entered.id, seen: entered.version })).status).toBe(200);
    expect((await status()).answers).toMatchObject([{ by: 'people:lin-xiaohe', text: '代表口述：下周去' }]);
    const { rows } = await host.db.client.execute({ sql: 'SELECT entered_by FROM submissions WHERE id = ?', args: [entered.id] });
    expect(rows[0]?.entered_by).toBe(`staff:${desk.name}`);
  });
});
