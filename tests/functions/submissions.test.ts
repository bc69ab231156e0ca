import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageStatus } from '../../db/domain/message-status.ts';
import type { OwnSubmission } from '../../db/domain/submission.ts';
import { acceptMessage } from '../../functions/acts/accept-message.ts';
import { confirmSubmission } from '../../functions/acts/confirm-submission.ts';
import { forwardMessage } from '../../functions/acts/forward-message.ts';
import { issueReplyKeys } from '../../functions/acts/issue-reply-keys.ts';
import { returnSubmission } from '../../functions/acts/return-submission.ts';
import type { Inbox } from '../../functions/acts/show-inbox.ts';
import { forgetExpired } from '../../functions/jobs/forget-expired.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';

const clerk = { role: 'clerk', actor: 'staff:chen' } as const;
const CANARY = { name: '金丝雀先生', contact: '13811112222' };

describe.each(HOSTS)('what deputies enter, on %s', (_, start) => {
  let host: ApiHost;
  let writers = 0;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    host = await start();
    for (const person of ['lin-xiaohe', 'zhou-an']) {
      const [sheet] = await issueReplyKeys(host.context, { personIds: [person] });
      const answer = await host.send('/api/reply/sessions', json({ token: sheet?.token }));
      cookies[person] = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    }
  });
  afterAll(() => host.close());

  const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const as = (person = 'lin-xiaohe') => ({ cookie: cookies[person] ?? '' });
  const submit = (body: object, person = 'lin-xiaohe', more: Record<string, string> = {}) =>
    host.send('/api/reply/submissions', json(body, { ...as(person), ...more }));
  const submitted = async (body: object): Promise<OwnSubmission> => {
    const answer = await submit(body);
    expect(answer.status).toBe(201);
    return (await answer.json()) as OwnSubmission;
  };
  const inbox = async (person = 'lin-xiaohe') => (await (await host.send('/api/reply/inbox', { headers: as(person) })).json()) as Inbox;
  const letter = (id: string, person = 'lin-xiaohe') => host.send(`/api/reply/letters/${id}`, { headers: as(person) });
  /** A letter that was forwarded to the deputy, and its sender's way to look after it. */
  const write = async (more: object = {}, forwarded = true) => {
    const body = { to: 'people:lin-xiaohe', kind: 'help', title: '路灯', text: '村口的灯不亮', ...CANARY, ageConfirmed: true, ...more };
    const sent = await host.send('/api/messages', { ...json(body), address: `198.51.100.${++writers}` });
    const { code } = (await sent.json()) as { code: string };
    const status = async () => (await (await host.send('/api/messages/status', json({ code }))).json()) as MessageStatus;
    const { id } = await status();
    if (forwarded) {
      await acceptMessage(host.context, { id, by: clerk });
      await forwardMessage(host.context, { id, by: clerk, note: '请于周五前答复' });
    }
    return { id, status };
  };
  const confirm = (one: OwnSubmission, more: object = {}) => confirmSubmission(host.context, { id: one.id, seen: one.version, by: clerk, ...more });
  const count = async (sql: string, ...args: string[]) => Number((await host.db.client.execute({ sql, args })).rows[0]?.n);

  test('a letter shows its text and the office’s note, no contact, and a name only where its writer lets it be shown', async () => {
    const hidden = await write();
    const named = await write({ hideName: false });
    const [one, two] = [await (await letter(hidden.id)).text(), await (await letter(named.id)).text()];
    expect(one).toContain('村口的灯不亮');
    expect(one).toContain('请于周五前答复');
    expect(one + two).not.toContain(CANARY.contact);
    expect([one.includes(CANARY.name), two.includes(CANARY.name)]).toEqual([false, true]);
    expect(JSON.stringify(await inbox())).not.toContain(CANARY.name);
  });

  test('a letter reaches its deputy only once it was forwarded, and never another one', async () => {
    const early = await write({}, false);
    const sent = await write();
    expect((await letter(early.id)).status).toBe(404);
    expect([(await letter(sent.id, 'zhou-an')).status, (await letter('msg_0', 'lin-xiaohe')).status]).toEqual([404, 404]);
    expect((await submit({ kind: 'answer', target: sent.id, body: { text: '好' } }, 'zhou-an')).status).toBe(404);
    expect((await inbox('zhou-an')).letters).toEqual([]);
    expect((await host.send(`/api/reply/letters/${sent.id}`)).status).toBe(403);
    const stranger = await host.send('/api/reply/submissions', json({ kind: 'answer' }));
    expect([stranger.status, ((await stranger.json()) as { code: string }).code]).toEqual([403, 'notSignedIn']);
  });

  test('an answer goes out only once the office has confirmed it, and then says whose it is', async () => {
    const { id, status } = await write();
    const answer = await submitted({ kind: 'answer', target: id, body: { text: '下周去看' } });
    expect([answer.state, (await status()).answers]).toEqual(['waiting', []]);
    await confirm(answer);
    expect(await status()).toMatchObject({ state: 'answered', answers: [{ by: 'people:lin-xiaohe', text: '下周去看' }] });
    expect((await inbox()).submissions.find(({ id: one }) => one === answer.id)).toMatchObject({ state: 'confirmed' });
    expect(await count("SELECT count(*) n FROM audit WHERE actor = 'staff:chen' AND act = 'answer-message' AND target = ?", id)).toBe(1);
  });

  test('of eight clerks who confirm at once one does; the sender gets one answer', async () => {
    const { id, status } = await write();
    const answer = await submitted({ kind: 'answer', target: id, body: { text: '只有一份' } });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => confirm(answer)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect((await status()).answers).toHaveLength(1);
    await expect(confirm(answer)).rejects.toThrow('submissionMovedOn');
  });

  test('sent twice, and from two telephones at once, it is one thing to confirm', async () => {
    const { id } = await write();
    const body = { kind: 'answer', target: id, body: { text: '一样的话' } };
    const key = { 'idempotency-key': 'a'.repeat(32) };
    const first = await submit(body, 'lin-xiaohe', key);
    const again = await submit(body, 'lin-xiaohe', key);
    expect(await again.json()).toEqual(await first.json());
    expect((await submit({ ...body, body: { text: '别的' } }, 'lin-xiaohe', key)).status).toBe(422);
    await Promise.all(Array.from({ length: 6 }, () => submit(body)));
    expect(await count('SELECT count(*) n FROM submissions WHERE target = ?', id)).toBe(1);
  });

  test('a photograph reaches the deputy once it was reviewed, and nobody else', async () => {
    const { id } = await write();
    const photo = `pho_${'1'.repeat(20)}`;
    const sql = 'INSERT INTO message_photos (id, message_id, digest, bytes, width, height, on_day) VALUES (?, ?, ?, ?, 1, 1, ?)';
    await host.db.client.execute({ sql, args: [photo, id, 'x', new Uint8Array([255, 216]), '2026-11-22'] });
    const see = async (person: string) => (await host.send(`/api/reply/letters/${id}/photos/${photo}`, { headers: as(person) })).status;
    expect([await see('lin-xiaohe'), (await (await letter(id)).text()).includes(photo)]).toEqual([404, false]);
    await host.db.client.execute({ sql: 'UPDATE message_photos SET shown = 1 WHERE id = ?', args: [photo] });
    expect([await see('lin-xiaohe'), await see('zhou-an'), (await (await letter(id)).text()).includes(photo)]).toEqual([200, 404, true]);
  });

  test('what was decided half a year ago is erased; what waits, or must still become a file, is not', async () => {
    const { id } = await write();
    const answer = await submitted({ kind: 'answer', target: id, body: { text: '很久以前' } });
    await confirm(answer);
    const verdict = await submitted({ kind: 'verdict', target: 'replies:r-0/road', body: { verdict: 'done' } });
    await confirm(verdict);
    const question = await submitted({ kind: 'question', target: 'office', body: { text: '还没有人回答' } });
    const old = "UPDATE submissions SET on_day = '2020-01-01', decided_on = iif(decided_on IS NULL, NULL, '2020-01-01') WHERE id IN (?, ?, ?)";
    await host.db.client.execute({ sql: old, args: [answer.id, verdict.id, question.id] });
    await forgetExpired(host.context);
    const left = async (one: OwnSubmission) => count('SELECT count(*) n FROM submissions WHERE id = ?', one.id);
    expect([await left(answer), await left(verdict), await left(question)]).toEqual([0, 1, 1]);
    await host.send('/api/reply/submissions/drop', json({ id: question.id }, as()));
  });

  test('who changed it elsewhere meanwhile is told; a clerk confirms what was read and nothing newer', async () => {
    const { id } = await write();
    const first = await submitted({ kind: 'answer', target: id, body: { text: '一' } });
    await submitted({ kind: 'answer', target: id, body: { text: '二' }, seen: first.version });
    const late = await submit({ kind: 'answer', target: id, body: { text: '三' }, seen: first.version });
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([409, 'submissionMovedOn']);
    await expect(confirm(first)).rejects.toThrow('submissionMovedOn');
  });

  test('returned with a reason it is the deputy’s again, who mends and sends it', async () => {
    const { id } = await write();
    const answer = await submitted({ kind: 'answer', target: id, body: { text: '请找我秘书，电话……' } });
    await returnSubmission(host.context, { id: answer.id, seen: answer.version, reason: '请去掉电话号码', actor: 'staff:chen' });
    const back = (await inbox()).submissions.find(({ id: one }) => one === answer.id) as OwnSubmission;
    expect(back).toMatchObject({ state: 'returned', reason: '请去掉电话号码', body: { text: '请找我秘书，电话……' } });
    const mended = await submitted({ kind: 'answer', target: id, body: { text: '请等通知' }, seen: back.version });
    expect(mended).toMatchObject({ id: answer.id, state: 'waiting' });
    await confirm(mended);
  });

  test('the deputy takes back what is not confirmed yet, and nobody else does', async () => {
    const { id } = await write();
    const answer = await submitted({ kind: 'answer', target: id, body: { text: '算了' } });
    const drop = (person: string) => host.send('/api/reply/submissions/drop', json({ id: answer.id }, as(person)));
    expect([(await drop('zhou-an')).status, (await drop('lin-xiaohe')).status, (await drop('lin-xiaohe')).status]).toEqual([409, 204, 409]);
  });

  test('a letter is passed on by the office: to a station it leaves the deputy, to a unit the deputy still answers', async () => {
    const away = await write();
    const toStation = await submitted({ kind: 'passOn', target: away.id, body: { to: 'stations:qinghe', note: '站里更清楚' } });
    await confirm(toStation);
    expect(await away.status()).toMatchObject({ state: 'redirected', to: 'stations:qinghe' });
    expect((await letter(away.id)).status).toBe(404);
    const stays = await write();
    await confirm(await submitted({ kind: 'passOn', target: stays.id, body: { to: 'units:jiaotong', note: '请交通局提供情况' } }));
    expect(await stays.status()).toMatchObject({ state: 'forwarded', to: 'people:lin-xiaohe' });
    expect((await stays.status()).events.at(-1)).toMatchObject({ recipient: 'units:jiaotong' });
    const open = await submitted({ kind: 'passOn', target: stays.id, body: { note: '请办公室定' } });
    await expect(confirm(open)).rejects.toMatchObject({ errors: [{ path: ['to'], code: 'required' }] });
    await confirm(open, { to: 'people:zhou-an' });
    expect((await stays.status()).to).toBe('people:zhou-an');
  });

  test('a question is closed by the office’s answer, which the deputy reads', async () => {
    const question = await submitted({ kind: 'question', target: 'office', body: { text: '这事归谁管？' } });
    await expect(confirm(question)).rejects.toMatchObject({ errors: [{ path: ['reason'] }] });
    await confirm(question, { reason: '归住建局' });
    expect((await inbox()).submissions.find(({ id }) => id === question.id)).toMatchObject({ state: 'confirmed', reason: '归住建局' });
  });

  test('letters become one proposal, also when the office is cut off half-way and confirms again', async () => {
    const [one, two, three] = [await write(), await write(), await write()];
    const body = { title: '关于修路灯的建议', text: '建议……', letters: [two.id, three.id] };
    const proposal = await submitted({ kind: 'proposal', target: one.id, body });
    const broken = { ...host.context, records: { ...host.context.records } };
    let moves = 0;
    const client = {
      ...host.db.client,
      batch: (...args: Parameters<typeof host.db.client.batch>) => {
        if (JSON.stringify(args[0]).includes('message_proposals') && ++moves === 2) throw new Error('power cut');
        return host.db.client.batch(...args);
      },
    };
    await expect(
      confirmSubmission(
        { ...broken, db: { ...host.db, client: client as never } },
        { id: proposal.id, seen: proposal.version, by: clerk, proposalId: 'p-lamps' },
      ),
    ).rejects.toThrow('power cut');
    await confirm(proposal, { proposalId: 'p-other' });
    for (const { status } of [one, two, three]) expect(await status()).toMatchObject({ state: 'converted' });
    expect(await count("SELECT count(*) n FROM message_proposals WHERE proposal_id = 'p-lamps'")).toBe(3);
    expect(await count("SELECT count(*) n FROM message_proposals WHERE proposal_id = 'p-other'")).toBe(0);
  });

  test('a report can be left half-written and taken up again; what is not the deputy’s task is refused', async () => {
    const draft = await submitted({ kind: 'report', target: 'reports:report-draft', body: { duties: '今年……' }, draft: true });
    expect(draft.state).toBe('draft');
    const more = await submitted({
      kind: 'report',
      target: 'reports:report-draft',
      body: { duties: '今年……', study: '学习……' },
      seen: draft.version,
    });
    expect(more).toMatchObject({ id: draft.id, state: 'waiting', body: { study: '学习……' } });
    for (const [kind, target, body] of [
      ['report', 'reports:report-1', {}],
      ['feedback', 'replies:r-9', { result: 'satisfied' }],
      ['dispute', 'activities:a-9', { text: '我没去' }],
      ['verdict', 'replies:r-0/other', { verdict: 'done' }],
    ] as const)
      expect((await submit({ kind, target, body })).status).toBe(404);
    expect((await submit({ kind: 'feedback', target: 'replies:r-1', body: { result: 'satisfied', attitude: 'dissatisfied' } })).status).toBe(201);
    expect((await submit({ kind: 'verdict', target: 'replies:r-0/road', body: { verdict: 'partly', comment: '只装了一半' } })).status).toBe(201);
    expect((await submit({ kind: 'dispute', target: 'activities:a-1', body: { text: '那天我请了假' } })).status).toBe(201);
  });

  test.each([
    [{ kind: 'answer', target: 'msg_x', body: { text: '好' } }, 'target'],
    [{ kind: 'answer', target: `msg_${'0'.repeat(20)}`, body: { text: '' } }, 'body'],
    [{ kind: 'answer', target: `msg_${'0'.repeat(20)}`, body: { text: 'x'.repeat(5001) } }, 'body'],
    [{ kind: 'nothing', target: 'office', body: {} }, 'kind'],
    [{ kind: 'feedback', target: 'replies:r-1', body: { result: 'great' } }, 'body'],
    [{ kind: 'question', target: 'office', body: { text: '好', more: 1 } }, 'body'],
  ])('a faulty one is refused beside its field: %#', async (body, field) => {
    const answer = await submit(body);
    const problem = (await answer.json()) as { errors: { path: string[]; message: string }[] };
    expect([answer.status, problem.errors[0]?.path[0]]).toEqual([422, field]);
    expect(problem.errors[0]?.message).toMatch(/\p{Script=Han}/u);
  });
});
