import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimNotices, eraseNotices } from '../../db/queries/outbox.ts';
import { auditRow } from '../../db/queries/statement.ts';
import { markNoticeSent } from '../../functions/acts/mark-notice-sent.ts';
import { queueNotice, type NewNotice } from '../../functions/acts/queue-notice.ts';
import { showNotices } from '../../functions/acts/show-notices.ts';
import { sendNotices } from '../../functions/jobs/send-notices.ts';
import { HOSTS, SITE, startNodeHost, type ApiHost } from '../support/api-host.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

type Gateway = { url: string; taken: { key: string; body: { to: string; text: string } }[]; status: number; close: () => Promise<void> };

async function startGateway(): Promise<Gateway> {
  const gateway: Gateway = { url: '', taken: [], status: 200, close: async () => void server.close() };
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    gateway.taken.push({ key: String(request.headers['idempotency-key']), body: JSON.parse(body) as Gateway['taken'][0]['body'] });
    if (gateway.status === 0) return void request.socket.destroy();
    response.writeHead(gateway.status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  gateway.url = `http://127.0.0.1:${(server.address() as { port: number }).port}/send`;
  return gateway;
}

let count = 0;
/** One notice in the transaction of an act. */
async function tell(host: ApiHost, contact: string, more: Partial<NewNotice> = {}): Promise<string> {
  const event = more.event ?? `msg_${++count}/answered`;
  const notice = { about: 'msg_1', contact, template: 'messageAnswered', params: { on: '2026-11-20' }, ...more, event } as const;
  const audit = auditRow({ at: '2026-11-22', actor: 'test', act: 'answer', target: event });
  await host.db.client.batch([audit, await queueNotice(host.context, notice)], 'write');
  return event;
}
const rowOf = async (host: ApiHost, event: string) =>
  (await host.db.client.execute({ sql: 'SELECT * FROM outbox WHERE event = ?', args: [event] })).rows[0];
const stateOf = async (host: ApiHost, event: string) => {
  const row = await rowOf(host, event);
  return [row?.state, row?.fault, Number(row?.attempts)];
};
const makeDue = (host: ApiHost) => host.db.client.execute(`UPDATE outbox SET next_at = '2026-01-01T00:00:00.000Z'`);

describe.each(HOSTS)('notices on %s', (_, start) => {
  let host: ApiHost;
  let sink: SmtpSink;
  let gateway: Gateway;
  beforeAll(async () => {
    [sink, gateway] = await Promise.all([startSmtpSink(), startGateway()]);
    host = await start({ MAIL_URL: sink.url, SMS_URL: gateway.url });
  });
  beforeEach(async () => {
    await host.db.client.execute('DELETE FROM outbox');
    sink.mails.length = gateway.taken.length = 0;
    sink.answer = () => '250 ok';
    gateway.status = 200;
  });
  afterAll(async () => {
    await host.close();
    await sink.close();
    await gateway.close();
  });

  test('a sender with a mail address gets one mail, in plain words and under an id of its own; then nothing of it is kept', async () => {
    const event = await tell(host, '邮箱：Wang.Fang@Example.cn');
    expect(JSON.stringify(await rowOf(host, event))).not.toMatch(/example\.cn/i);
    await host.sendNotices();
    await host.sendNotices();
    const row = await rowOf(host, event);
    expect([row?.state, row?.sealed]).toEqual(['sent', '']);
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]).toMatchObject({ from: 'rd@yunxi.example.cn', to: 'wang.fang@example.cn' });
    expect(sink.mails[0]?.headers).toMatchObject({
      subject: '您的留言有了答复',
      'message-id': `<${row?.id as string}@rd.example.test>`,
      'auto-submitted': 'auto-generated',
    });
    expect(sink.mails[0]?.text).toContain('测试县人大代表之声');
    expect(sink.mails[0]?.text).toContain(`${SITE}/messages/status/`);
  });

  test('a mobile number gets a short text through the office’s gateway, known by its key', async () => {
    const event = await tell(host, '手机 138-1111-2222（晚上打）');
    await host.sendNotices();
    expect(await stateOf(host, event)).toEqual(['sent', null, 1]);
    expect(gateway.taken).toEqual([
      {
        key: (await rowOf(host, event))?.id,
        body: { to: '13811112222', text: expect.stringMatching(/^【测试县人大代表之声】您2026-11-20的留言/) as string },
      },
    ]);
  });

  test('of one event nobody is told twice, and not at all where the act itself did nothing', async () => {
    await tell(host, 'a@example.cn', { event: 'msg_9/answered' });
    await tell(host, 'a@example.cn', { event: 'msg_9/answered' });
    const nothing = { sql: `UPDATE messages SET hidden = 1 WHERE id = 'msg_none'`, args: [] };
    const notice = await queueNotice(host.context, { event: 'x', about: 'msg_1', contact: 'a@example.cn', template: 'messageAnswered' });
    await host.db.client.batch([nothing, notice], 'write');
    await host.sendNotices();
    expect(sink.mails).toHaveLength(1);
  });

  test('one refused address does not hold up the others; it is handed to the office at once', async () => {
    sink.answer = (to) => (to.startsWith('gone') ? '550 no such user' : '250 ok');
    const gone = await tell(host, 'gone@example.cn');
    const others = [await tell(host, 'a@example.cn'), await tell(host, 'b@example.cn'), await tell(host, '13811112222')];
    await host.sendNotices();
    expect(await stateOf(host, gone)).toEqual(['failed', 'refused', 1]);
    for (const other of others) expect((await stateOf(host, other))[0]).toBe('sent');
    expect(await showNotices(host.context)).toMatchObject([{ to: 'gone@example.cn', fault: 'refused', subject: '您的留言有了答复' }]);
  });

  test('a server that has a bad day is tried again, after longer and longer pauses, six times; then a person takes over', async () => {
    sink.answer = () => '451 later';
    gateway.status = 503;
    const events = [await tell(host, 'a@example.cn'), await tell(host, '13811112222')];
    for (let attempt = 1; attempt <= 6; attempt++) {
      const before = Date.now();
      await host.sendNotices();
      for (const event of events) {
        expect(await stateOf(host, event)).toEqual([attempt === 6 ? 'failed' : 'waiting', 'unreachable', attempt]);
        const minutes = (Date.parse((await rowOf(host, event))?.next_at as string) - before) / 60_000;
        if (attempt < 6) expect(Math.round(minutes)).toBe([1, 5, 30, 120, 480][attempt - 1]);
      }
      await host.sendNotices();
      expect((await stateOf(host, events[0] ?? ''))[2]).toBe(attempt);
      await makeDue(host);
    }
    expect(gateway.taken).toHaveLength(6);
    expect(await (await host.send('/api/health')).json()).toMatchObject({ status: 'warn', parts: { outbox: { status: 'warn', failed: 2 } } });
  });

  test('after a crash between sending and marking, the mail goes out as the same mail, and the text message waits for a person', async () => {
    const [mail, sms] = [await tell(host, 'a@example.cn'), await tell(host, '13811112222')];
    await host.sendNotices();
    // The same rows as the dead sender left them: claimed, sent, not marked.
    await host.db.client.execute('DELETE FROM outbox');
    await tell(host, 'a@example.cn', { event: mail });
    await tell(host, '13811112222', { event: sms });
    const claimed = await claimNotices(host.db, { at: new Date(), most: 20 });
    expect(claimed).toHaveLength(2);
    sink.mails.length = gateway.taken.length = 0;
    await host.sendNotices();
    expect([sink.mails.length, gateway.taken.length]).toEqual([0, 0]);
    await makeDue(host);
    await host.sendNotices();
    expect(sink.mails.map(({ headers }) => headers['message-id'])).toEqual([`<${(await rowOf(host, mail))?.id as string}@rd.example.test>`]);
    expect(gateway.taken).toEqual([]);
    expect(await stateOf(host, sms)).toEqual(['failed', 'unknownOutcome', 2]);
  });

  test('a text message that the gateway took without saying so is not sent again', async () => {
    gateway.status = 0;
    const event = await tell(host, '13811112222');
    await host.sendNotices();
    await makeDue(host);
    await host.sendNotices();
    expect(gateway.taken).toHaveLength(1);
    expect(await stateOf(host, event)).toEqual(['failed', 'unknownOutcome', 1]);
  });

  test('two senders at once share forty notices, and none goes out twice', async () => {
    for (let one = 0; one < 40; one++) await tell(host, `reader${one}@example.cn`);
    await Promise.all([host.sendNotices(), sendNotices(host.context), host.sendNotices()]);
    expect(sink.mails).toHaveLength(40);
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(40);
  });
});

describe('notices that a person sends', () => {
  let host: ApiHost;
  beforeEach(async () => (host = await startNodeHost()));
  afterEach(() => host.close());

  test('without mail and gateway, and for a telephone of the house, the office gets the words to copy, and marks them once', async () => {
    const events = [await tell(host, 'a@example.cn'), await tell(host, '0000-5550123，找王芳'), await tell(host, '13811112222')];
    await host.sendNotices();
    const shown = await showNotices(host.context);
    expect(shown.map(({ to }) => to).toSorted()).toEqual(['0000-5550123，找王芳', '13811112222', 'a@example.cn']);
    expect(shown.every(({ text, short }) => text.includes('有了答复') && !/\{\w+\}/.test(text + short))).toBe(true);
    const [first] = shown;
    await markNoticeSent(host.context, { id: first?.id ?? '', actor: 'clerk' });
    await expect(markNoticeSent(host.context, { id: first?.id ?? '', actor: 'clerk' })).rejects.toMatchObject({ code: 'noticeNotWaiting' });
    const { rows } = await host.db.client.execute(`SELECT actor, target FROM audit WHERE act = 'mark-notice-sent'`);
    expect(rows).toEqual([expect.objectContaining({ actor: 'clerk', target: first?.id })]);
    expect(await showNotices(host.context)).toHaveLength(2);
    expect(events).toHaveLength(3);
  });

  test('whoever is erased is not told any more', async () => {
    await tell(host, 'a@example.cn', { about: 'msg_erased' });
    await tell(host, 'b@example.cn', { about: 'msg_stays' });
    await host.db.client.execute(eraseNotices('msg_erased'));
    expect((await showNotices(host.context)).map(({ to }) => to)).toEqual(['b@example.cn']);
  });

  test('a notice sealed with another key is shown empty and never sent', async () => {
    const event = await tell(host, 'a@example.cn');
    await host.db.client.execute(`UPDATE outbox SET sealed = 'AAAA.AAAA', state = 'waiting', channel = 'mail'`);
    const sink = await startSmtpSink();
    await sendNotices({ ...host.context, settings: { ...host.context.settings, mailUrl: sink.url } });
    expect(await stateOf(host, event)).toEqual(['failed', 'unreadable', 1]);
    expect(await showNotices(host.context)).toMatchObject([{ to: '', text: '', fault: 'unreadable' }]);
    await sink.close();
  });
});

test('a mail service over https gets the mail as JSON, its password as authorization, its sender out of the address', async () => {
  const gateway = await startGateway();
  const host = await startNodeHost({ MAIL_URL: gateway.url.replace('http://', 'http://office:s%40fe@').concat('?from=rd@yunxi.example.cn') });
  await tell(host, 'a@example.cn');
  await host.sendNotices();
  expect(gateway.taken).toMatchObject([{ body: { to: 'a@example.cn', from: 'rd@yunxi.example.cn', subject: '您的留言有了答复' } }]);
  await host.close();
  await gateway.close();
});
