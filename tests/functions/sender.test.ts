import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MessageReview } from '../../db/domain/new-message-review.ts';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import { newSecret } from '../../db/domain/secret.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { answerMessage } from '../../functions/acts/answer-message.ts';
import { answerSurvey } from '../../functions/acts/answer-survey.ts';
import { chaseMessage } from '../../functions/acts/chase-message.ts';
import { followMessage } from '../../functions/acts/follow-message.ts';
import { publishMessage } from '../../functions/acts/publish-message.ts';
import { refuseMessage } from '../../functions/acts/refuse-message.ts';
import { reviewPhoto } from '../../functions/acts/review-photo.ts';
import { sendMessage } from '../../functions/acts/send-message.ts';
import { endMessages } from '../../functions/jobs/end-messages.ts';
import { inviteSurveys } from '../../functions/jobs/invite-surveys.ts';
import { loadProposalIndex } from '../../functions/acts/load-proposal-index.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { PHOTO_SECRETS, tellingPhoto } from '../support/photos.ts';

const clerk = { role: 'clerk', actor: 'staff:a' } as const;

describe.each(HOSTS)('the sender of a message on %s', (_, start) => {
  let host: ApiHost;
  let code = '';
  let id = '';
  let senders = 0;
  beforeAll(async () => (host = await start({ CHALLENGE: 'off', SITE_URL: 'http://rd.example.test' })));
  afterAll(() => host.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    host.send(`/api/messages/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      address: `198.51.100.${senders % 250}`,
    });
  const asked = async (path: string, body: object = {}) => (await post(path, { code, ...body })).json() as Promise<MessageStatus & { code?: string }>;
  const write = async (more: object = {}) => {
    senders++;
    const body = {
      to: 'people:lin-xiaohe',
      kind: 'help',
      title: '路灯',
      text: '不亮',
      ageConfirmed: true,
      public: true,
      contact: `138000${10_000 + senders}`,
      ...more,
    };
    code = (
      (await (
        await host.send('/api/messages', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          address: `198.51.100.${senders % 250}`,
        })
      ).json()) as { code: string }
    ).code;
    ({ id } = await asked('status'));
  };
  const count = async (sql: string, ...args: string[]) => Number((await host.db.client.execute({ sql, args })).rows[0]?.n);
  const about = (table: string) => count(`SELECT count(*) n FROM ${table} WHERE message_id = ?`, id);
  const on = (day: string) => ({
    ...host.context,
    clock: { now: () => new Date(`${day}T04:00:00Z`) },
    settings: { ...host.context.settings, today: day },
  });
  const photo = (bytes: Uint8Array, headers: Record<string, string> = {}) =>
    host.send('/api/messages/photos', {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', 'x-receipt-code': code, origin: 'http://rd.example.test', ...headers },
      body: bytes as unknown as BodyInit,
      address: `198.51.100.${senders % 250}`,
    });
  beforeEach(() => write());

  test('reads what they wrote and what they may do now', async () => {
    expect(await asked('status')).toMatchObject({
      text: '不亮',
      publication: 'waiting',
      contactKept: true,
      can: ['add', 'photos', 'unpublish', 'withdraw', 'eraseContact', 'eraseAll'],
    });
  });

  test('is told that it arrived, of an answer and of a refusal, once each, without a word of theirs in the notice', async () => {
    await acceptMessage(host.context, { id, by: clerk });
    await answerMessage(host.context, { id, by: clerk, from: 'people:lin-xiaohe', answer: '修' });
    const { rows } = await host.db.client.execute({
      sql: 'SELECT template, sealed, id FROM outbox WHERE about = ? ORDER BY created_on, template',
      args: [id],
    });
    expect(rows.map(({ template }) => template)).toEqual(['messageAnswered', 'messageReceived']);
    const opened = await Promise.all(rows.map((row) => host.context.keys.open(row.sealed as string, row.id as string)));
    expect(JSON.stringify(opened)).not.toContain('路灯');
  });

  test('adds a sentence, once even when it is sent twice, five at most', async () => {
    const key = { 'idempotency-key': 'addition-0123456789-abcdefg' + String(senders).padStart(3, '0') };
    for (const _again of [1, 2]) await post('additions', { code, text: '昨天还是不亮' }, key);
    expect((await asked('status')).additions).toMatchObject([{ text: '昨天还是不亮' }]);
    expect((await post('additions', { code, text: '别的话' }, key)).status).toBe(422);
    for (const text of ['二', '三', '四', '五']) await asked('additions', { text });
    expect((await post('additions', { code, text: '六' })).status).toBe(403);
  });

  test('chases once, after the target and not before', async () => {
    expect((await post('chase', { code })).status).toBe(403);
    const late = on('2027-06-01');
    const secret = code.replaceAll('-', '');
    await chaseMessage(late, { code: secret });
    await chaseMessage(late, { code: secret });
    expect(await followMessage(late, secret)).toMatchObject({ chasedOn: '2027-06-01' });
    expect(await count("SELECT count(*) n FROM audit WHERE act = 'chase-message' AND target = ?", id)).toBe(1);
  });

  test('withdraws, and doing it again changes nothing', async () => {
    expect(await asked('withdraw')).toMatchObject({ state: 'withdrawn', contactKept: false });
    expect(await asked('withdraw')).toMatchObject({ state: 'withdrawn' });
    expect(await about('message_events')).toBe(2);
    expect(await count("SELECT count(*) n FROM outbox WHERE state <> 'sent' AND about = ?", id)).toBe(0);
  });

  test('appeals once with a reason', async () => {
    await refuseMessage(host.context, { id, by: clerk, refusal: 'unclear' });
    expect(await asked('status')).toMatchObject({ can: ['appeal', 'unpublish', 'eraseContact', 'eraseAll'] });
    expect(await asked('appeal', { reason: '写得很清楚' })).toMatchObject({ state: 'appealed' });
    expect(await asked('appeal', { reason: '写得很清楚' })).toMatchObject({ state: 'appealed' });
    await refuseMessage(host.context, { id, by: { role: 'moderator', actor: 'staff:b' }, refusal: 'unclear' });
    expect((await post('appeal', { code })).status).toBe(409);
  });

  test('takes the consent back: gone from every public answer at once', async () => {
    await acceptMessage(host.context, { id, by: clerk });
    await publishMessage(host.context, { id, actor: 'staff:b', title: '路灯', text: '不亮（公开）', name: undefined, answers: [] });
    expect((await host.send(`/api/messages/${id}`)).status).toBe(200);
    expect(await asked('unpublish')).toMatchObject({ publication: 'no' });
    expect((await host.send(`/api/messages/${id}`)).status).toBe(404);
    expect(await (await host.send('/api/messages')).text()).not.toContain('不亮（公开）');
  });

  test('erases the contact alone, or everything: then no table holds a word of theirs', async () => {
    expect(await asked('erase', { what: 'contact' })).toMatchObject({ contactKept: false, text: '不亮' });
    await write({ title: '金丝雀标题', text: '金丝雀内容 13812345678', name: '金丝雀名' });
    await asked('additions', { text: '金丝雀补充' });
    await photo(await tellingPhoto());
    await acceptMessage(host.context, { id, by: clerk });
    await publishMessage(host.context, { id, actor: 'staff:b', title: '金丝雀公开', text: '金丝雀公开', name: '金丝雀名', answers: [] });
    expect(await asked('erase', { what: 'all' })).toMatchObject({ state: 'withdrawn', text: '', additions: [], photos: 0 });
    const tables = (await host.db.client.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")).rows;
    for (const { name } of tables)
      expect(JSON.stringify((await host.db.client.execute(`SELECT * FROM "${String(name)}"`)).rows)).not.toContain('金丝雀');
    expect([await about('message_senders'), await about('message_photos'), await about('erased_texts')]).toEqual([0, 0, 1]);
  });

  test('is asked on day 14 and once more on day 21, and what they say is kept once', async () => {
    const context = on('2026-03-01');
    const sent = await sendMessage(context, {
      message: {
        to: 'people:lin-xiaohe',
        kind: 'help',
        title: 'x',
        text: 'y',
        contact: '13911112222',
        ageConfirmed: true,
        public: false,
        hideName: true,
        follow: false,
      },
      repeat: undefined,
    });
    const secret = sent.code.replaceAll('-', '');
    const own = (await followMessage(context, secret)).id;
    const invited = async (day: string) => {
      await inviteSurveys(on(day));
      await inviteSurveys(on(day));
      return count("SELECT count(*) n FROM outbox WHERE template = 'messageSurvey' AND about = ?", own);
    };
    expect([await invited('2026-03-14'), await invited('2026-03-15'), await invited('2026-03-20'), await invited('2026-03-22')]).toEqual([
      0, 1, 1, 2,
    ]);
    expect((await followMessage(on('2026-03-16'), secret)).survey).toBe('reply');
    await answerSurvey(on('2026-03-16'), { code: secret, round: 'reply', answer: 'acknowledgement' });
    await answerSurvey(on('2026-03-16'), { code: secret, round: 'reply', answer: 'no' });
    expect((await host.db.client.execute({ sql: 'SELECT answer FROM message_surveys WHERE message_id = ?', args: [own] })).rows).toMatchObject([
      { answer: 'acknowledgement' },
    ]);
    await expect(answerSurvey(on('2026-03-16'), { code: secret, round: 'solved', answer: 'solved' })).rejects.toThrow('notNow');
  });

  test('is asked 28 days after closing whether it is really solved; a no opens it again', async () => {
    await acceptMessage(host.context, { id, by: clerk });
    await answerMessage(on('2027-03-01'), { id, by: clerk, from: 'people:lin-xiaohe', answer: '修好了' });
    await endMessages(on('2027-03-07'));
    const secret = code.replaceAll('-', '');
    expect((await followMessage(on('2027-04-03'), secret)).survey).not.toBe('solved');
    expect((await followMessage(on('2027-04-04'), secret)).survey).toBe('solved');
    await inviteSurveys(on('2027-04-04'));
    expect(await count("SELECT count(*) n FROM outbox WHERE template = 'messageSolved' AND about = ?", id)).toBe(1);
    await answerSurvey(on('2027-04-04'), { code: secret, round: 'solved', answer: 'no' });
    expect(await followMessage(on('2027-04-04'), secret)).toMatchObject({ state: 'reopened' });
  });

  test('who lost the code gets a new one, sent to the stored contact only; everybody reads the same answer', async () => {
    const contact = `138000${10_000 + senders}`;
    const known = await post('lost-code', { contact: contact.replace(/(\d{3})(\d{4})/, '$1 $2-') });
    const unknown = await post('lost-code', { contact: '13999999999' });
    const strip = (response: Response) => [...response.headers].filter(([name]) => !['x-request-id', 'date'].includes(name));
    expect([known.status, await known.text(), strip(known)]).toEqual([unknown.status, await unknown.text(), strip(unknown)]);
    await post('lost-code', { contact });
    const { rows } = await host.db.client.execute({
      sql: "SELECT id, sealed FROM outbox WHERE template = 'messageNewCode' AND about = ?",
      args: [id],
    });
    expect(rows).toHaveLength(1);
    const { to, params } = (await host.context.keys.open(rows[0]?.sealed as string, rows[0]?.id as string)) as {
      to: string;
      params: { code: string };
    };
    expect(to).toBe(contact);
    code = params.code;
    expect((await asked('status')).id).toBe(id);
    expect(await count("SELECT count(*) n FROM outbox WHERE about = ''")).toBe(0);
  });

  test('adds three photographs without what they tell; nobody else sees them until a moderator shows one', async () => {
    const answers = [];
    for (const width of [60, 60, 61, 62, 63]) answers.push(await photo(await tellingPhoto({ width })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 403]);
    expect(await answers[3]?.json()).toEqual({ photos: 3 });
    const { rows } = await host.db.client.execute({ sql: 'SELECT id, bytes FROM message_photos WHERE message_id = ?', args: [id] });
    for (const { bytes } of rows) for (const secret of PHOTO_SECRETS) expect(Buffer.from(bytes as ArrayBuffer).includes(secret)).toBe(false);
    const path = `/api/messages/${id}/photos/${rows[0]?.id as string}`;
    await acceptMessage(host.context, { id, by: clerk });
    await publishMessage(host.context, { id, actor: 'staff:b', title: '路灯', text: '不亮', name: undefined, answers: [] });
    expect((await host.send(path)).status).toBe(404);
    await reviewPhoto(host.context, { id: rows[0]?.id as string, shown: true, actor: 'staff:b' });
    const shown = await host.send(path);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await (await host.send(`/api/messages/${id}`)).json()).toMatchObject({ photos: [{ id: rows[0]?.id, width: 60, height: 48 }] });
    await host.db.client.execute({ sql: 'UPDATE messages SET hidden = 1 WHERE id = ?', args: [id] });
    expect((await host.send(path)).status).toBe(404);
  });

  test('what is no photograph, too large or without a code is refused, and nothing is kept', async () => {
    const good = await tellingPhoto();
    const statuses = [
      await photo(Buffer.from('<svg onload=alert(1)>')),
      await photo(good, { 'content-type': 'image/png' }),
      await photo(Buffer.alloc(301 * 1024, 0xff)),
      await photo(good, { 'x-receipt-code': 'x' }),
      await photo(good, { 'x-receipt-code': newSecret() }),
      await photo(good, { origin: 'https://evil.example' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([422, 415, 413, 422, 404, 403]);
    expect(await about('message_photos')).toBe(0);
  });

  test('sees what was published already about the same, before sending', async () => {
    const row = {
      id: 'lamps',
      title: '关于修复文庙巷路灯的建议',
      number: '1',
      session: 's',
      year: 2026,
      state: 'replied',
      flags: [],
      units: [],
      topic: 't',
      leads: [],
      submittedOn: '2026-01-01',
      repliedOn: null,
      resultClass: null,
      text: '',
      waitingSince: null,
      dueOn: null,
      overdueSince: null,
    };
    await loadProposalIndex(host.context, {
      releaseId: '20261122-080000-abcdef',
      rows: [row, { ...row, id: 'bus', title: '关于增加公交班次的建议' }],
      keep: [],
    });
    const similar = async (title: string, text: string) =>
      ((await (await post('check', { to: 'people:lin-xiaohe', kind: 'help', ageConfirmed: true, title, text })).json()) as MessageReview).similar.map(
        (item) => item.id,
      );
    expect(await similar('文庙巷的路灯坏了', '晚上走路看不见，希望修复。')).toEqual(['lamps']);
    expect(await similar('村里缺少医生', '看病要走二十里。')).toEqual([]);
    expect(await similar('%_', "'; DROP TABLE messages; --")).toEqual([]);
  });

  test('an identity is asked for only where a service is joined, and then for what is to be published', async () => {
    const message = {
      to: 'people:lin-xiaohe',
      kind: 'help',
      title: 'x',
      text: 'y',
      ageConfirmed: true,
      public: true,
      hideName: true,
      follow: false,
    } as const;
    const joined = { ...host.context, verification: { name: 'net-id', vouches: async (proof: string) => proof === 'good' } };
    await expect(sendMessage(joined, { message, repeat: undefined })).rejects.toThrow('verificationNeeded');
    await expect(sendMessage(joined, { message: { ...message, verification: 'bad' }, repeat: undefined })).rejects.toThrow('verificationNeeded');
    await sendMessage(joined, { message: { ...message, verification: 'good' }, repeat: undefined });
    await sendMessage(joined, { message: { ...message, public: false }, repeat: undefined });
    await expect(sendMessage(host.context, { message: { ...message, verification: 'good' }, repeat: undefined })).rejects.toThrow('verificationOff');
  });
});
