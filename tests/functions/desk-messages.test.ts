import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublicMessage } from '../../db/queries/public-messages.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { enterAs, said, type Entered, type Said } from '../support/desk-visitor.ts';
import { putMessage } from '../support/put-message.ts';

describe.each(HOSTS)('messages at the desk on %s', (_, start) => {
  let host: ApiHost;
  let clerk: Entered;
  let moderator: Entered;
  let second: Entered;
  beforeAll(async () => {
    host = await start();
    [clerk, moderator, second] = [await enterAs(host, 'clerk'), await enterAs(host, 'moderator'), await enterAs(host, 'moderator')];
  });
  afterAll(() => host.close());

  const move = (who: Entered, id: string, given: object) => said(who.post(`/messages/${id}/move`, given));
  const queue = async (who: Entered, name: string) =>
    ((await said(who.get(`/messages?queue=${name}`))).items as { id: string }[]).map(({ id }) => id);

  test('a letter goes its way: taken up, handed on, answered, published; each step by its person, in its queue and in the audit', async () => {
    const id = await putMessage(host.context, { text: '路灯不亮，请打 13912345678。', sender: { name: '老周', contact: '0000-5551234' } });
    expect(await queue(clerk, 'new')).toContain(id);
    const shown = (await said(clerk.get(`/messages/${id}`))) as Said & {
      found: { text: { kind: string; start: number; end: number }[] };
      verbs: string[];
      version: number;
    };
    expect(shown.found.text).toEqual([{ kind: 'mobile', start: 8, end: 19 }]);
    expect(shown.verbs).toEqual(['accept', 'refuse', 'redirect']);
    expect(JSON.stringify(shown)).not.toContain('老周');
    expect(await move(clerk, id, { verb: 'accept', seen: shown.version })).toMatchObject({ status: 200 });
    expect(await move(clerk, id, { verb: 'refuse', seen: shown.version, refusal: 'unclear' })).toMatchObject({ status: 409, code: 'messageMovedOn' });
    expect(await queue(clerk, 'inHand')).toContain(id);
    expect(await move(clerk, id, { verb: 'forward' })).toMatchObject({ status: 200 });
    expect(await queue(clerk, 'waiting')).toContain(id);
    expect(await move(clerk, id, { verb: 'answer', answer: '已修好，电话 13912345678。', from: 'people:lin-xiaohe' })).toMatchObject({ status: 200 });
    expect(await queue(moderator, 'toPublish')).toContain(id);
    const version = { title: '路灯不亮', text: '路灯不亮，请打〔手机号〕。' };
    expect(await said(clerk.post(`/messages/${id}/publish`, version))).toMatchObject({ status: 403, code: 'notYours' });
    expect(await said(moderator.post(`/messages/${id}/publish`, { ...version, text: '路灯不亮，请打 13912345678。' }))).toMatchObject({
      status: 422,
      code: 'stillPersonal',
    });
    expect(await said(moderator.post(`/messages/${id}/publish`, version))).toMatchObject({ status: 200 });
    expect(await findPublicMessage(host.db, id)).toMatchObject(version);
    expect(await queue(moderator, 'toPublish')).not.toContain(id);
    const { rows } = await host.db.client.execute({ sql: 'SELECT actor, act FROM audit WHERE target = ? ORDER BY seq', args: [id] });
    const by = (who: Entered, act: string) => ({ actor: `staff:${who.name}`, act });
    expect(rows.map(({ actor, act }) => ({ actor, act }))).toEqual([
      { actor: 'public', act: 'send-message' },
      by(clerk, 'accept-message'),
      by(clerk, 'forward-message'),
      by(clerk, 'answer-message'),
      by(moderator, 'publish-message'),
    ]);
  });

  test('who has a message has it alone, until it is given back or half an hour is over', async () => {
    const id = await putMessage(host.context);
    expect(await said(clerk.post(`/messages/${id}/claim`))).toMatchObject({ status: 200 });
    expect(await queue(clerk, 'mine')).toEqual([id]);
    expect(await move(moderator, id, { verb: 'accept' })).toMatchObject({ status: 409, code: 'heldByOther' });
    expect(await said(moderator.get(`/messages/${id}`))).toMatchObject({ heldBy: clerk.name, heldByMe: false });
    await moderator.post(`/messages/${id}/release`);
    expect(await move(moderator, id, { verb: 'accept' })).toMatchObject({ status: 409 });
    await host.db.client.execute({ sql: `UPDATE message_claims SET until = '2026-01-01T00:00:00.000Z' WHERE message_id = ?`, args: [id] });
    expect(await move(moderator, id, { verb: 'accept' })).toMatchObject({ status: 200 });
  });

  test('of ten who claim at once one has it', async () => {
    const id = await putMessage(host.context);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_unused, at) => [clerk, moderator, second][at % 3]?.post(`/messages/${id}/claim`)),
    );
    const holders = new Set(outcomes.flatMap((outcome, at) => (outcome?.status === 200 ? [at % 3] : [])));
    expect(holders.size).toBe(1);
  });

  test('what was published is hidden at once; only a second person can confirm it, and what nobody confirms waits in a queue', async () => {
    const id = await putMessage(host.context);
    await move(clerk, id, { verb: 'accept' });
    await moderator.post(`/messages/${id}/publish`, { title: '路灯', text: '路灯' });
    expect(await findPublicMessage(host.db, id)).toBeDefined();
    expect(await said(clerk.post(`/messages/${id}/hide`, { reason: 'personalData' }))).toMatchObject({ status: 403 });
    expect(await said(moderator.post(`/messages/${id}/hide`, { reason: 'personalData' }))).toMatchObject({ status: 200 });
    expect(await queue(second, 'hidings')).toContain(id);
    expect(await said(moderator.post(`/messages/${id}/confirm-hiding`))).toMatchObject({ status: 403, code: 'secondPersonNeeded' });
    expect(await said(second.post(`/messages/${id}/confirm-hiding`))).toMatchObject({ status: 200 });
    expect(await queue(second, 'hidings')).not.toContain(id);
  });

  test('a name is shown only to who may see it, and each look stands in the audit', async () => {
    const id = await putMessage(host.context, { sender: { name: '老周', contact: '0000-5551234' } });
    const auditor = await enterAs(host, 'auditor');
    expect(await said(auditor.post(`/messages/${id}/sender`))).toMatchObject({ status: 403, code: 'notYours' });
    expect(await said(clerk.post(`/messages/${id}/sender`))).toMatchObject({ name: '老周', contact: '0000-5551234' });
    const { rows } = await host.db.client.execute({ sql: `SELECT actor FROM audit WHERE target = ? AND act = 'show-sender'`, args: [id] });
    expect(rows.map(({ actor }) => actor)).toEqual([`staff:${clerk.name}`]);
  });

  test('a sender who wished their name to stand there is named; any other is not, whatever the moderator does', async () => {
    const ids = [
      await putMessage(host.context, { hideName: false, sender: { name: '老周' } }),
      await putMessage(host.context, { sender: { name: '老周' } }),
    ];
    for (const id of ids) {
      await move(clerk, id, { verb: 'accept' });
      await moderator.post(`/messages/${id}/publish`, { title: '路灯', text: '路灯' });
    }
    expect((await Promise.all(ids.map((id) => findPublicMessage(host.db, id)))).map((one) => one?.name)).toEqual(['老周', undefined]);
  });

  test('many at once: each is moved or not on its own, and the answer says which were not', async () => {
    const ids = [await putMessage(host.context), await putMessage(host.context), await putMessage(host.context)];
    await second.post(`/messages/${ids[1]}/claim`);
    const outcome = await said(clerk.post('/messages/bulk', { ids: [...ids, 'msg_none'], verb: 'refuse', refusal: 'advertising' }));
    expect(outcome).toMatchObject({
      done: 2,
      refused: [
        { id: ids[1], code: 'heldByOther' },
        { id: 'msg_none', code: 'messageNotFound' },
      ],
    });
  });

  test('the days put a message into its queues', async () => {
    const late = await putMessage(host.context, { expectedBy: '2020-01-02', submittedOn: '2020-01-01' });
    const low = await putMessage(host.context, { trust: 'low' });
    const silent = await putMessage(host.context, { submittedOn: '2020-01-01' });
    await move(clerk, silent, { verb: 'accept' });
    await move(clerk, silent, { verb: 'forward' });
    await host.db.client.execute({ sql: `UPDATE message_events SET on_day = '2020-01-01' WHERE message_id = ?`, args: [silent] });
    expect(await queue(clerk, 'overdue')).toContain(late);
    expect(await queue(clerk, 'lowTrust')).toEqual([low]);
    expect(await queue(clerk, 'new')).not.toContain(low);
    expect(await queue(clerk, 'silent')).toEqual([silent]);
    const counts = (await (await clerk.get('/queues')).json()) as Record<string, number>;
    expect(counts).toMatchObject({ lowTrust: 1, silent: 1 });
  });

  test('an appeal is decided by a moderator, not by the clerk who refused', async () => {
    const id = await putMessage(host.context);
    await move(clerk, id, { verb: 'refuse', refusal: 'unclear', note: '请写明地点。' });
    await host.db.client.execute({ sql: `UPDATE messages SET state = 'appealed' WHERE id = ?`, args: [id] });
    expect(await queue(moderator, 'appeals')).toEqual([id]);
    expect(await move(await enterAs(host, 'clerk'), id, { verb: 'accept' })).toMatchObject({ status: 403, code: 'moveNotAllowed' });
    expect(await move(moderator, id, { verb: 'accept' })).toMatchObject({ status: 200 });
  });

  test('nobody decides an appeal against their own refusal', async () => {
    const id = await putMessage(host.context);
    await move(moderator, id, { verb: 'refuse', refusal: 'notCompetent' });
    await host.db.client.execute({ sql: `UPDATE messages SET state = 'appealed' WHERE id = ?`, args: [id] });
    expect(await move(moderator, id, { verb: 'refuse', refusal: 'notCompetent' })).toMatchObject({ status: 403, code: 'anotherDecides' });
    expect(await move(second, id, { verb: 'accept' })).toMatchObject({ status: 200 });
  });

  test('a hostile search asks nothing but itself', async () => {
    for (const q of [`' OR '1'='1`, '%', '_', '"', '\\', '路灯%']) {
      const answer = await said(clerk.get(`/messages?queue=all&q=${encodeURIComponent(q)}`));
      expect([q, answer.status, (answer.items as unknown[]).length]).toEqual([q, 200, 0]);
    }
    expect((await clerk.get('/messages?queue=everything')).status).toBe(422);
    expect((await clerk.get('/messages?sort=id')).status).toBe(422);
  });
});
