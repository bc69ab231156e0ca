import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupMessages } from '../../functions/jobs/group-messages.ts';
import { HOSTS, SITE, type ApiHost } from '../support/api-host.ts';
import { enterAs, said, type Entered } from '../support/desk-visitor.ts';
import { putMessage } from '../support/put-message.ts';

const DAYS = 'from=2026-11-01&until=2026-11-30';

describe.each(HOSTS)('the rest of the desk on %s', (_, start) => {
  let host: ApiHost;
  let clerk: Entered;
  let moderator: Entered;
  let second: Entered;
  beforeAll(async () => {
    host = await start();
    [clerk, moderator, second] = [await enterAs(host, 'clerk'), await enterAs(host, 'moderator'), await enterAs(host, 'moderator')];
  });
  afterAll(() => host.close());
  const auditOf = async (target: string) =>
    (await host.db.client.execute({ sql: 'SELECT actor, act FROM audit WHERE target = ? ORDER BY seq', args: [target] })).rows.map(
      ({ actor, act }) => `${String(actor)} ${String(act)}`,
    );

  test('a list to take along holds no names, runs no formula, opens as a workbook, and leaves a trace', async () => {
    await putMessage(host.context, {
      title: '=HYPERLINK("http://evil.example")',
      text: '＝1+1',
      sender: { name: '金丝雀甲', contact: '13811112222' },
    });
    const csv = await moderator.get(`/exports/messages.csv?${DAYS}`);
    const text = await csv.text();
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    expect(csv.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain(`"'=HYPERLINK`);
    expect(text).not.toMatch(/金丝雀甲|13811112222/);
    const workbook = await moderator.get(`/exports/messages.xlsx?${DAYS}`);
    const rows = await readXlsx(Buffer.from(await workbook.arrayBuffer()));
    expect(JSON.stringify(rows)).toContain('=HYPERLINK(');
    expect(JSON.stringify(rows)).not.toMatch(/金丝雀甲|13811112222/);
    expect(await auditOf('2026-11-01/2026-11-30')).toEqual([`staff:${moderator.name} export-messages`, `staff:${moderator.name} export-messages`]);
    expect(await said(clerk.get(`/exports/messages.csv?${DAYS}`))).toMatchObject({ status: 403, code: 'notYours' });
  });

  test('contacts leave only when a second person agreed, to the one who asked, once', async () => {
    await putMessage(host.context, { sender: { name: '金丝雀甲', contact: '13811112222' } });
    const { id } = (await said(moderator.post('/exports/contacts', { reason: '停水通知' }))) as unknown as { id: string };
    const take = (who: Entered) => who.post(`/exports/contacts/${id}/take`);
    expect(await said(take(moderator))).toMatchObject({ status: 403, code: 'exportNotAgreed' });
    expect(await said(moderator.post(`/exports/contacts/${id}/agree`))).toMatchObject({ status: 403, code: 'secondAgrees' });
    expect(await said(second.post(`/exports/contacts/${id}/agree`))).toMatchObject({ status: 200 });
    expect(await said(take(second))).toMatchObject({ status: 403 });
    const outcomes = await Promise.all([take(moderator), take(moderator), take(moderator)]);
    expect(outcomes.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403]);
    const taken = outcomes.find(({ status }) => status === 200);
    expect(JSON.stringify(await readXlsx(Buffer.from((await taken?.arrayBuffer()) ?? new ArrayBuffer())))).toContain('13811112222');
    expect(await auditOf(id)).toEqual([
      `staff:${moderator.name} ask-contacts`,
      `staff:${second.name} agree-contacts`,
      `staff:${moderator.name} take-contacts`,
    ]);
    const { id: late } = (await said(moderator.post('/exports/contacts', { reason: '再一次' }))) as unknown as { id: string };
    await second.post(`/exports/contacts/${late}/agree`);
    await host.db.client.execute({ sql: `UPDATE contact_exports SET agreed_at = '2026-01-01T00:00:00.000Z' WHERE id = ?`, args: [late] });
    expect((await moderator.post(`/exports/contacts/${late}/take`)).status).toBe(403);
  });

  test('letters of a campaign stand together, another does not, and are refused or taken up at once', async () => {
    const body = '片区内唯一的公交线路从本月起停运，老人看病、孩子上学都要走两公里到大路上等车，恳请代表向有关部门反映，恢复线路或安排接驳。';
    const ids: string[] = [];
    for (let at = 0; at < 5; at++) ids.push(await putMessage(host.context, { title: '恢复公交', text: `我是居民${at}号。${body}` }));
    const other = await putMessage(host.context, { title: '路灯', text: '文庙巷12号门口的路灯从三日起不亮，晚上看不见台阶，老人摔过一次。' });
    expect(await groupMessages(host.context)).toBeGreaterThanOrEqual(6);
    const items = (await said(clerk.get(`/messages?queue=new&q=${encodeURIComponent('公交')}`))).items as { id: string; alike: number }[];
    expect(items.map(({ alike }) => alike)).toEqual([4, 4, 4, 4, 4]);
    expect(((await said(clerk.get(`/messages/${ids[0]}`))).alike as unknown[]).length).toBe(4);
    expect(((await said(clerk.get(`/messages/${other}`))).alike as unknown[]).length).toBe(0);
    expect(((await said(clerk.get(`/messages?queue=all&alike=${ids[2]}`))).items as unknown[]).length).toBe(5);
    expect(await groupMessages(host.context)).toBe(0);
    expect(await said(clerk.post('/messages/bulk', { ids, verb: 'accept' }))).toMatchObject({ done: 5, refused: [] });
    const answer = { ids, verb: 'answer', answer: '线路下月恢复，早晚各四班。', from: 'people:lin-xiaohe' };
    expect(await said(clerk.post('/messages/bulk', answer))).toMatchObject({ done: 5, refused: [] });
    expect(((await said(clerk.get(`/messages/${ids[4]}`))).answers as { text: string }[])[0]?.text).toBe(answer.answer);
  });

  test('what came by telephone or from above is entered, closed with its outcome, and taken up again', async () => {
    const matter = { source: 'superior', title: '排查出租屋', text: '上级交办', receivedOn: '2026-11-20', dueOn: '2026-12-01', unit: '住建局' };
    const { id } = (await said(clerk.post('/matters', matter))) as unknown as { id: string };
    expect(await said(clerk.post(`/matters/${id}/outcome`, { outcome: 'solved', note: '已排查' }))).toMatchObject({ status: 200 });
    expect(await said(moderator.post(`/matters/${id}/outcome`, { outcome: 'solved' }))).toMatchObject({ status: 409 });
    expect(await said(clerk.post(`/matters/${id}/outcome`, { outcome: 'open' }))).toMatchObject({ status: 200 });
    expect((await said(clerk.get('/matters'))).items).toMatchObject([{ id, outcome: 'open', note: '已排查', closedOn: null }]);
    expect(await said(clerk.post('/matters', { ...matter, source: 'rumour' }))).toMatchObject({ status: 422 });
    expect(await auditOf(id)).toEqual(['enter-matter', 'matter-solved', 'matter-open'].map((act) => `staff:${clerk.name} ${act}`));
  });

  test('an error found on a page reaches the desk; how to reach its finder goes when it is settled', async () => {
    const report = (body: object) =>
      host.send('/api/error-reports', { method: 'POST', headers: { 'content-type': 'application/json', origin: SITE }, body: JSON.stringify(body) });
    expect((await report({ page: '/deputies/lin-xiaohe/', text: '职业写错了', contact: '金丝雀-13812345678' })).status).toBe(201);
    for (const page of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)', '/a?code=secret', '/../x'])
      expect([page, (await report({ page, text: 'x' })).status]).toEqual([page, 422]);
    const [item] = (await said(clerk.get('/error-reports'))).items as { id: string; contact: string }[];
    expect(item).toMatchObject({ page: '/deputies/lin-xiaohe/', contact: '金丝雀-13812345678' });
    const raw = async () => JSON.stringify((await host.db.client.execute('SELECT * FROM error_reports')).rows);
    expect(await raw()).not.toContain('金丝雀');
    expect(await said(clerk.post(`/error-reports/${item?.id}/outcome`, { outcome: 'mended' }))).toMatchObject({ status: 200 });
    expect(await raw()).toContain('"sealed":null');
  });

  test('words written often are kept by a moderator and used by a clerk', async () => {
    const template = { name: '补充地点', use: 'note', text: '请补充具体地点。' };
    expect(await said(clerk.post('/templates', template))).toMatchObject({ status: 403 });
    const { id } = (await said(moderator.post('/templates', template))) as unknown as { id: string };
    expect((await said(clerk.get('/templates'))).items).toEqual([{ id, ...template }]);
    expect(await said(moderator.post('/templates/drop', { id }))).toMatchObject({ status: 200 });
  });

  test('an auditor reads the audit and has it checked, and changes nothing', async () => {
    const auditor = await enterAs(host, 'auditor');
    const listed = (await said(auditor.get(`/audit?actor=${encodeURIComponent(`staff:${clerk.name}`)}`))).items as { actor: string }[];
    expect(listed.length).toBeGreaterThan(3);
    expect(new Set(listed.map(({ actor }) => actor))).toEqual(new Set([`staff:${clerk.name}`]));
    expect(await said(auditor.get('/audit/check'))).toMatchObject({ status: 200, faults: [] });
    expect(await said(clerk.get('/audit'))).toMatchObject({ status: 403 });
  });

  test('nothing personal stands in the log', () => {
    expect(JSON.stringify(host.log)).not.toMatch(/金丝雀|1381/);
  });
});
