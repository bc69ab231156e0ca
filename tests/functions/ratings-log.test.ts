import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLine } from '../../db/domain/rating-log.ts';
import { readSecret } from '../../db/domain/secret.ts';
import { closeRating, voidRating } from '../../functions/acts/end-rating.ts';
import { issueCodes } from '../../functions/acts/issue-codes.ts';
import { countCodes, reissueCodes } from '../../functions/acts/manage-codes.ts';
import { moderateComment, waitingComments } from '../../functions/acts/moderate-comment.ts';
import { openRating } from '../../functions/acts/open-rating.ts';
import { settleRatings } from '../../functions/acts/settle-ratings.ts';
import { showRating } from '../../functions/acts/show-rating.ts';
import { takeSnapshot } from '../../functions/acts/take-snapshot.ts';
import { sha256Hex } from '../../functions/sha256.ts';
import { HOSTS, startNodeHost, type ApiHost } from '../support/api-host.ts';
import { letTimePass } from '../support/past-window.ts';
import { filesOf, verdictOn } from '../support/published-ratings.ts';

const OPEN = { opens: '2026-01-01T00:00:00+08:00', closes: '2036-01-01T00:00:00+08:00' };
const PAST = '2026-01-02T00:00:00.000Z';
const MINIMUM = 10;

const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const shown = async (host: ApiHost, report: string) => (await (await host.send(`/api/reports/${report}/ratings`)).json()) as Record<string, unknown>;
const snapshot = (host: ApiHost) => takeSnapshot(host.context, { asOf: '2026-11-22', minimum: MINIMUM });

/** Ratings of `count` voters, a third of them dissatisfied; answers their receipts. */
async function vote(host: ApiHost, report: string, count: number, comment?: string): Promise<string[]> {
  const { codes } = await issueCodes(host.context, { reportIds: [report], count });
  const receipts: string[] = [];
  for (const [place, code] of codes.entries()) {
    const grades = { overall: place % 3 === 0 ? 'dissatisfied' : 'satisfied' };
    const answer = await host.send(`/api/reports/${report}/ratings`, json({ code, grades, ...(comment && { comment: `${comment}${place}` }) }));
    expect(answer.status).toBe(201);
    receipts.push(((await answer.json()) as { receipt: string }).receipt);
  }
  return receipts;
}

describe.each(HOSTS)('the log of ratings on %s', (_, start) => {
  let host: ApiHost;
  let receipts: string[];
  beforeAll(async () => {
    host = await start();
    await openRating(host.context, { reportIds: ['report-1', 'report-2'], ...OPEN });
    receipts = await vote(host, 'report-1', 25, '附言');
  });
  afterAll(() => host.close());
  const check = (receipt: string | undefined, report = 'report-1') => host.send(`/api/reports/${report}/receipts`, json({ receipt }));

  test('while open, receipts are published ten or more at a time, never the last few, and no grade with them', async () => {
    await settleRatings(host.context, MINIMUM);
    await settleRatings(host.context, MINIMUM);
    const { tallies, ratingsLog } = await snapshot(host);
    const tally = tallies.find(({ report }) => report === 'report-1');
    expect(tally).toMatchObject({ state: 'open', hidden: true, disagreements: [] });
    expect(tally?.distribution).toBeUndefined();
    expect(tally?.batches.map((batch) => batch.receipts.length)).toEqual([10]);
    expect(ratingsLog.join('')).not.toMatch(/satisfied/i);
    expect(receipts.filter((receipt) => tally?.batches[0]?.receipts.includes(sha256Hex(readSecret(receipt) ?? '')))).toHaveLength(10);
  });

  test('a resident finds the own receipt counted, with or without its batch; another is not found', async () => {
    const answers = await Promise.all(
      receipts.map(async (receipt) => (await check(receipt.toLowerCase())).json() as Promise<{ batch: number | null }>),
    );
    expect(answers.filter(({ batch }) => batch === 1)).toHaveLength(10);
    expect(answers.filter(({ batch }) => batch === null)).toHaveLength(15);
    expect(JSON.stringify(answers)).not.toMatch(/satisfied/i);
    const elsewhere = await check(receipts[0], 'report-2');
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([422, { errors: [{ path: ['receipt'], code: 'receiptNotCounted' }] }]);
  });

  test('after the end the first who asks has the result frozen, with every receipt; it never changes again', async () => {
    await letTimePass(host.context, 'report-1', PAST);
    const first = await shown(host, 'report-1');
    expect(first).toMatchObject({ state: 'closed', hidden: false, n: 25, distribution: { overall: { satisfied: 16, dissatisfied: 9 } } });
    await letTimePass(host.context, 'report-1', PAST);
    const { tallies, ratingsLog, ...more } = await snapshot(host);
    const own = ratingsLog.map(parseLine).filter((entry) => 'report' in entry && entry.report === 'report-1');
    expect(own.filter(({ act }) => act === 'closed')).toHaveLength(1);
    const tally = tallies.find(({ report }) => report === 'report-1');
    expect(tally?.batches.map((batch) => batch.receipts.length)).toEqual([10, 15]);
    expect(new Set(tally?.batches.flatMap((batch) => batch.receipts))).toEqual(new Set(receipts.map((one) => sha256Hex(readSecret(one) ?? ''))));
    expect(await verdictOn(filesOf({ tallies, ratingsLog, ...more }))).toMatchObject({ faults: [], tallies: 2, receipts: 25 });
    // The database's clock jumps back: the window stays closed.
    await host.db.client.execute("UPDATE rating_windows SET closes_at = '2036-01-01T00:00:00.000Z' WHERE report_id = 'report-1'");
    const { codes } = await issueCodes(host.context, { reportIds: ['report-1'], count: 1 });
    const late = await host.send('/api/reports/report-1/ratings', json({ code: codes[0], grades: { overall: 'satisfied' } }));
    expect([late.status, await shown(host, 'report-1')]).toMatchObject([403, { n: 25 }]);
    await host.db.client.execute({ sql: "UPDATE rating_windows SET closes_at = ? WHERE report_id = 'report-1'", args: [PAST] });
  });

  test('comments wait for a moderator, and published ones appear after the end, without a grade or an order', async () => {
    const waiting = await waitingComments(host.context);
    expect(waiting).toHaveLength(25);
    const [first, second] = waiting;
    await moderateComment(host.context, { id: first?.id ?? '', verdict: 'publish' }, 'clerk');
    await moderateComment(host.context, { id: second?.id ?? '', verdict: 'refuse' }, 'clerk');
    await expect(moderateComment(host.context, { id: second?.id ?? '', verdict: 'publish' }, 'clerk')).rejects.toMatchObject({ kind: 'conflict' });
    expect(await (await host.send('/api/reports/report-1/comments')).json()).toEqual({ comments: [first?.text] });
    expect(await (await host.send('/api/reports/report-2/comments')).json()).toEqual({ comments: [] });
  });

  test('fewer than the minimum: after the end neither a number nor a receipt is published, yet each voter finds the own', async () => {
    const few = await vote(host, 'report-2', 9);
    await letTimePass(host.context, 'report-2', PAST);
    expect(await shown(host, 'report-2')).toMatchObject({ state: 'closed', hidden: true });
    const published = await snapshot(host);
    const tally = published.tallies.find(({ report }) => report === 'report-2');
    expect([tally?.n, tally?.distribution, tally?.batches]).toEqual([undefined, undefined, []]);
    expect(published.ratingsLog.filter((line) => line.includes('report-2')).join('')).not.toMatch(/"n":|satisfied/);
    expect((await check(few[0], 'report-2')).status).toBe(200);
    expect((await verdictOn(filesOf(published))).faults).toEqual([]);
  });
});

describe('windows and codes', () => {
  let host: ApiHost;
  beforeAll(async () => (host = await startNodeHost()));
  afterAll(() => host.close());
  const log = async () => (await snapshot(host)).ratingsLog.map(parseLine);
  const rate = async (code: string | undefined, report: string) =>
    (await host.send(`/api/reports/${report}/ratings`, json({ code, grades: { overall: 'satisfied' } }))).status;
  const REASON = '大雪封路，延长三天';

  test('a window that has begun moves its end only with a reason, and never begins anew', async () => {
    const window = { reportIds: ['report-x5'], ...OPEN };
    await openRating(host.context, window);
    await expect(openRating(host.context, window)).rejects.toMatchObject({ code: 'windowReason' });
    await expect(openRating(host.context, { ...window, closes: '2026-02-01T00:00:00Z' })).rejects.toMatchObject({ code: 'windowPast' });
    await openRating(host.context, { ...window, opens: '2020-01-01T00:00:00Z', closes: '2036-02-01T00:00:00Z', reason: REASON });
    expect(await shown(host, 'report-x5')).toMatchObject({ opensAt: '2025-12-31T16:00:00.000Z', closesAt: '2036-02-01T00:00:00.000Z' });
    await closeRating(host.context, { reportId: 'report-x5', reason: '全部收回' });
    await expect.poll(async () => (await shown(host, 'report-x5')).state, { timeout: 10_000 }).toBe('closed');
    await expect(openRating(host.context, { ...window, reason: REASON })).rejects.toMatchObject({ code: 'windowOver' });
    expect((await log()).map(({ act }) => act)).toEqual(['scheduled', 'moved', 'moved', 'closed']);
    expect((await host.db.client.execute('SELECT act FROM audit ORDER BY at')).rows.map(({ act }) => act)).toEqual([
      'open-rating',
      'open-rating',
      'close-rating',
    ]);
  });

  test('a void rating says why, shows no number, and stays void', async () => {
    await openRating(host.context, { reportIds: ['report-x6'], ...OPEN });
    const { codes } = await issueCodes(host.context, { reportIds: ['report-x6'], count: 1 });
    await voidRating(host.context, { reportId: 'report-x6', reason: '测评码误发' });
    expect(await shown(host, 'report-x6')).toMatchObject({ state: 'void', reason: '测评码误发', hidden: true });
    expect(await rate(codes[0], 'report-x6')).toBe(403);
    await expect(openRating(host.context, { reportIds: ['report-x6'], ...OPEN, reason: REASON })).rejects.toMatchObject({ code: 'windowOver' });
    await expect(voidRating(host.context, { reportId: 'report-x6', reason: '再次' })).rejects.toMatchObject({ kind: 'refused' });
  });

  test('printing again voids the earlier printing; ratings already given stand; counts of slips must add up', async () => {
    await openRating(host.context, { reportIds: ['report-x7'], ...OPEN });
    const { set, codes } = await issueCodes(host.context, { reportIds: ['report-x7'], count: 3 });
    expect(await rate(codes[0], 'report-x7')).toBe(201);
    await countCodes(host.context, { set, handedOut: 3, returned: 1 });
    await expect(countCodes(host.context, { set, handedOut: 4, returned: 1 })).rejects.toMatchObject({ code: 'moreThanIssued' });
    await expect(countCodes(host.context, { set, handedOut: 2, returned: 3 })).rejects.toMatchObject({ code: 'moreThanHandedOut' });
    const again = await reissueCodes(host.context, { set, reason: '一包测评码遗失' });
    expect(again.codes).toHaveLength(3);
    expect([await rate(codes[1], 'report-x7'), await rate(again.codes[1], 'report-x7')]).toEqual([422, 201]);
    expect((await log()).slice(-4).map(({ act }) => act)).toEqual(['issued', 'counted', 'voidedCodes', 'issued']);
    expect((await snapshot(host)).tallies.find(({ report }) => report === 'report-x7')?.disagreements).toEqual([]);
  });

  test('a row changed behind the API: no result, said so; put back as it was, the result is given', async () => {
    await openRating(host.context, { reportIds: ['report-x3'], ...OPEN });
    await vote(host, 'report-x3', 12);
    const { rows } = await host.db.client.execute("SELECT id FROM rating_grades WHERE report_id = 'report-x3' AND overall = 'satisfied' LIMIT 1");
    const grade = (overall: string) => ({ sql: 'UPDATE rating_grades SET overall = ? WHERE id = ?', args: [overall, rows[0]?.id as string] });
    await host.db.client.execute(grade('dissatisfied'));
    await letTimePass(host.context, 'report-x3', PAST);
    expect(await shown(host, 'report-x3')).toMatchObject({ state: 'closed', hidden: true, disputed: true });
    expect((await snapshot(host)).ratings['report-x3']).toMatchObject({ disputed: true, hidden: true });
    expect((await log()).at(-1)).toMatchObject({ act: 'disputed', disagreements: ['sums'] });
    await host.db.client.execute(grade('satisfied'));
    expect(await shown(host, 'report-x3')).toMatchObject({ state: 'closed', hidden: false, n: 12 });
  });

  test('the live state stands beside what the pages of the release say, each with its time', async () => {
    await openRating(host.context, { reportIds: ['report-x4'], ...OPEN });
    const behind = { ...host.context, records: { ...host.context.records, file: async () => ({ items: [{ id: 'report-x4', state: 'planned' }] }) } };
    const result = await showRating(behind, 'report-x4');
    expect(result).toMatchObject({ state: 'open', published: { state: 'planned', at: '2026-11-22T08:00:00+08:00' } });
    expect(result.asOf).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect((await showRating(host.context, 'report-x4')).published).toBeUndefined();
  });

  test('acts at the same moment are written one after the other', async () => {
    const reports = ['report-x8', 'report-x9', 'report-x10', 'report-x11'];
    await Promise.all(reports.map((report) => openRating(host.context, { reportIds: [report], ...OPEN })));
    expect((await verdictOn(filesOf(await snapshot(host)))).faults).toEqual([]);
  });
});
