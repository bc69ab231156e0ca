import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { followedList } from '../../db/domain/follow.ts';
import type { NewsFile } from '../../db/domain/news-file.ts';
import { loadProposalIndex } from '../../functions/acts/load-proposal-index.ts';
import { forgetExpired } from '../../functions/jobs/forget-expired.ts';
import { sendNotices } from '../../functions/jobs/send-notices.ts';
import { tellFollowers } from '../../functions/jobs/tell-followers.ts';
import { HOSTS, SITE, startNodeHost, type ApiHost } from '../support/api-host.ts';
import { testRelease } from '../support/release.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

const MORNING = '2026-11-22T00:30:00Z';
const item = (id: string, ref: string, on = '2026-11-22'): NewsFile['items'][number] => ({
  ...{ id, on, kind: 'reply', ref, path: `/${ref.replace(':', '/')}/`, label: '答复', title: `关于${ref}的建议` },
  text: '县水务局已经答复。',
});
const BASE = [item('old', 'proposals:p-1', '2026-11-01')];

const post = (host: ApiHost, path: string, body: object, address = '203.0.113.7') =>
  host.send(`/api/follows${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), address });
/** The context at a moment, over a release that tells this news. */
const at = (host: ApiHost, moment: string, items: NewsFile['items']) => ({
  ...host.context,
  clock: { now: () => new Date(moment) },
  records: {
    ...host.context.records,
    file: async () => ({ schemaVersion: 1, licence: 'CC0-1.0', asOf: moment.slice(0, 10), items }) satisfies NewsFile,
  },
});
const codeIn = (sink: SmtpSink): string => /#([0-9A-Z-]{29})/.exec(sink.mails.at(-1)?.text ?? '')?.[1] ?? '';
const rows = async (host: ApiHost, table: string) => (await host.db.client.execute(`SELECT * FROM ${table}`)).rows;

describe.each(HOSTS)('following by mail on %s', (_, start) => {
  let host: ApiHost;
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await startSmtpSink();
    host = await start({ MAIL_URL: sink.url });
    const row = { title: '桥', number: '1', session: '', year: 2026, state: 'assigned', flags: [], topic: '', leads: [], text: '' };
    const dates = { submittedOn: null, repliedOn: null, resultClass: null, waitingSince: null, dueOn: null, overdueSince: null };
    const rowsOf = ['p-1', 'p-2'].map((id) => ({ ...row, ...dates, id, units: [{ id: id === 'p-1' ? 'water' : 'roads', name: '' }] }));
    await loadProposalIndex(host.context, { releaseId: testRelease.id, rows: rowsOf, keep: [] });
  });
  beforeEach(async () => {
    for (const table of ['outbox', 'followers', 'seen_news']) await host.db.client.execute(`DELETE FROM ${table}`);
    sink.mails.length = 0;
  });
  afterAll(async () => {
    await host.close();
    await sink.close();
  });
  const follow = async (body: object, address?: string): Promise<string> => {
    expect((await post(host, '', body, address)).status).toBe(202);
    await host.sendNotices();
    const code = codeIn(sink);
    expect((await post(host, '/confirm', { code })).status).toBe(200);
    return code;
  };
  /** One run of the job, then the mails. */
  const run = async (moment: string, items: NewsFile['items']): Promise<number> => {
    const before = sink.mails.length;
    await tellFollowers(at(host, moment, items));
    // What was put in on a later day is due by its clock.
    await sendNotices({ ...host.context, clock: { now: () => new Date(moment) } });
    return sink.mails.length - before;
  };

  test('a resident asks, confirms by the code of the mail, is told once of what is new, and stops', async () => {
    await tellFollowers(at(host, MORNING, BASE));
    expect((await post(host, '', { email: 'Wang@Example.cn', list: 'unit=water' })).status).toBe(202);
    await host.sendNotices();
    expect(sink.mails[0]?.to).toBe('wang@example.cn');
    expect(sink.mails[0]?.text).toContain(`${SITE}/follow/confirm/#`);
    const code = codeIn(sink);
    const answer = await post(host, '/confirm', { code });
    expect(await answer.json()).toEqual({ followed: 'unit=water' });
    expect((await post(host, '/confirm', { code })).status).toBe(200);

    const day = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
    const news = [item('new-1', 'proposals:p-1'), item('new-2', 'proposals:p-2'), ...BASE];
    expect(await run(`${day(1)}T00:30:00Z`, news)).toBe(1);
    expect(sink.mails.at(-1)?.headers['subject']).toContain('1 项新情况');
    expect(sink.mails.at(-1)?.text).toContain('《关于proposals:p-1的建议》');
    expect(sink.mails.at(-1)?.text).not.toContain('p-2的建议');
    expect(sink.mails.at(-1)?.text).not.toContain('{');
    expect(await run(`${day(1)}T01:30:00Z`, [item('new-3', 'proposals:p-1'), ...news])).toBe(0);
    expect(await run(`${day(2)}T00:30:00Z`, [item('new-3', 'proposals:p-1'), ...news])).toBe(1);
    expect(await run(`${day(3)}T00:30:00Z`, [item('new-3', 'proposals:p-1'), ...news])).toBe(0);

    expect(codeIn(sink)).toBe(code);
    expect((await post(host, '/stop', { code })).status).toBe(200);
    expect(await rows(host, 'followers')).toEqual([]);
    // An older copy of the database that is brought back will not bring them back.
    expect((await rows(host, 'erasures')).map(({ message_id }) => message_id)).toEqual([expect.stringMatching(/^fol_/)]);
    expect(await run(`${day(4)}T00:30:00Z`, [item('new-4', 'proposals:p-1'), ...news])).toBe(0);
    expect((await post(host, '/stop', { code })).status).toBe(404);
  });

  test('whoever follows what waits hears of the reply that takes it off the list', async () => {
    const { rows: kept } = await host.db.client.execute(`SELECT * FROM proposal_index WHERE id = 'p-1'`);
    await tellFollowers(at(host, MORNING, BASE));
    await follow({ email: 'waits@example.cn', list: 'state=assigned&unit=water' }, '203.0.113.9');
    // The release after it: answered. The one before is still there for a rollback.
    await host.db.client.execute(`UPDATE proposal_index SET release_id = 'before' WHERE id = 'p-1'`);
    const moment = new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, 'T02:00:00Z');
    expect(await run(moment, [item('answered', 'proposals:p-1'), ...BASE])).toBe(1);
    await host.db.client.execute({ sql: 'UPDATE proposal_index SET release_id = ? WHERE id = ?', args: [String(kept[0]?.release_id), 'p-1'] });
  });

  test('one proposal is followed by its id', async () => {
    await tellFollowers(at(host, MORNING, BASE));
    await follow({ email: 'one@example.cn', proposal: 'p-1' }, '203.0.113.8');
    const moment = new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, 'T02:00:00Z');
    expect(await run(moment, [item('b', 'proposals:p-2'), item('a', 'proposals:p-1'), ...BASE])).toBe(1);
    expect(sink.mails.at(-1)?.text).toContain(`${SITE}/proposals/p-1/`);
  });

  test('the address is stored sealed, is in no answer, and opening a page consumes nothing', async () => {
    await post(host, '', { email: 'secret@example.cn', list: 'overdue=true' });
    const stored = JSON.stringify([await rows(host, 'followers'), await rows(host, 'outbox'), await rows(host, 'audit')]);
    expect(stored).not.toMatch(/secret@|example\.cn/);
    for (const path of ['/api/follows', '/api/follows/confirm', '/api/follows/stop']) await host.send(path);
    expect((await rows(host, 'followers'))[0]?.confirmed_on).toBeNull();
  });

  test('nobody learns who follows what: asking again answers the same and tells the follower alone, once a day', async () => {
    await follow({ email: 'a@example.cn', list: 'key=true' });
    const again = [
      await post(host, '', { email: 'a@example.cn', list: 'key=true' }),
      await post(host, '', { email: 'a@example.cn', list: 'key=true' }),
    ];
    expect(await Promise.all(again.map(async (answer) => [answer.status, await answer.json()]))).toEqual([
      [202, { asked: true }],
      [202, { asked: true }],
    ]);
    await host.sendNotices();
    expect(sink.mails.map(({ headers }) => headers['subject'])).toEqual([expect.stringContaining('确认'), expect.stringContaining('已经关注过')]);
  });

  test('a stranger’s address gets three mails a day at most, however many things are asked for', async () => {
    for (let year = 2000; year < 2008; year++) expect((await post(host, '', { email: 'victim@example.cn', list: `year=${year}` })).status).toBe(202);
    await host.sendNotices();
    expect(sink.mails).toHaveLength(3);
    expect(await rows(host, 'followers')).toHaveLength(3);
  });

  test('who does not confirm in 48 hours was never here, and nothing is sent before', async () => {
    await post(host, '', { email: 'late@example.cn', list: 'promised=true' });
    await host.sendNotices();
    const code = codeIn(sink);
    const asked = new Date(Date.now() - 48 * 3_600_000 - 1000).toISOString();
    await host.db.client.execute({ sql: 'UPDATE followers SET asked_at = ?', args: [asked] });
    expect((await post(host, '/confirm', { code })).status).toBe(404);
    await forgetExpired(host.context);
    expect(await rows(host, 'followers')).toEqual([]);
  });

  test('two jobs at once send one mail', async () => {
    await tellFollowers(at(host, MORNING, BASE));
    await follow({ email: 'twice@example.cn', list: 'unit=water' });
    const moment = new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, 'T02:00:00Z');
    const context = at(host, moment, [item('n', 'proposals:p-1'), ...BASE]);
    await Promise.all([tellFollowers(context), tellFollowers(context), tellFollowers(context)]);
    const waiting = (await rows(host, 'outbox')).filter(({ template, state }) => template === 'followDigest' && state === 'waiting');
    expect(waiting).toHaveLength(1);
  });

  test.each([
    [{ email: 'a@example.cn' }],
    [{ email: 'a@example.cn', list: 'q=%E5%B9%BF%E5%91%8A' }],
    [{ email: 'a@example.cn', list: 'sort=oldest' }],
    [{ email: 'a@example.cn', list: 'colour=red' }],
    [{ email: 'a@example.cn', list: 'unit=water', proposal: 'p-1' }],
    [{ email: 'a@example.cn', proposal: 'nowhere' }],
    [{ email: 'a@example', list: 'unit=water' }],
    [{ email: 'a@example.cn\nBcc: b@example.cn', list: 'unit=water' }],
    [{ email: 'a@example.cn, b@example.cn', list: 'unit=water' }],
  ])('%j is refused, and nothing is kept', async (body) => {
    const answer = await post(host, '', body, '203.0.113.99');
    expect(answer.status).toBe(422);
    expect(await rows(host, 'followers')).toEqual([]);
  });
});

test('a site without mail does not offer it', async () => {
  const host = await startNodeHost();
  expect(await (await host.send('/api/follows')).json()).toEqual({ open: false });
  expect((await post(host, '', { email: 'a@example.cn', list: 'unit=water' })).status).toBe(404);
  expect(await tellFollowers(at(host, MORNING, BASE))).toBe(0);
  await host.close();
});

test('before seven in the morning nobody is woken', async () => {
  const host = await startNodeHost({ MAIL_URL: 'smtp://127.0.0.1:9' });
  await tellFollowers(at(host, '2026-11-21T00:00:00Z', BASE));
  await post(host, '', { email: 'a@example.cn', list: 'unit=water' });
  await host.db.client.execute(`UPDATE followers SET confirmed_on = '2026-11-21', told_until = '2026-11-21T01:00:00Z'`);
  await loadProposalIndex(host.context, { releaseId: testRelease.id, rows: [], keep: [] });
  const context = at(host, '2026-11-21T22:30:00Z', [item('n', 'proposals:p-1'), ...BASE]);
  expect(await tellFollowers(context)).toBe(0);
  await host.close();
});

test('the same conditions in any order are one thing to follow', () => {
  expect(followedList('topic=water&unit=roads&page=3&sort=oldest')).toBe('unit=roads&topic=water');
  expect(followedList('unit=roads&topic=water')).toBe('unit=roads&topic=water');
  expect(followedList('session=yunxi-17-5')).toBe('session=terms%3Ayunxi-17%2F5');
});
