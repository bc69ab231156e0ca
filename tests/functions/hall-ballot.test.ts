import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeSnapshot } from '../../functions/acts/take-snapshot.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { enterAs, type DeskVisitor } from '../support/desk-visitor.ts';

const BALLOT = { present: 52, issued: 50, returned: 49, valid: 48, invalid: 1, satisfied: 40, basicallySatisfied: 6, dissatisfied: 2 };

describe.each(HOSTS)('the paper ballot of a meeting on %s', (_, start) => {
  let host: ApiHost;
  let [one, two]: DeskVisitor[] = [];
  beforeAll(async () => {
    host = await start();
    [one, two] = [await enterAs(host, 'clerk'), await enterAs(host, 'clerk')];
  });
  afterAll(() => host.close());
  const published = async () => (await takeSnapshot(host.context, { asOf: '2026-11-22', minimum: 10 })).hallBallots;
  const enter = async (visitor: DeskVisitor | undefined, change: object = {}) => {
    const answer = await visitor?.post('/ratings/hall', { reportId: 'report-1', ...BALLOT, ...change });
    return { status: answer?.status, said: (await answer?.json()) as { code?: string; errors?: { path: string[]; message: string }[] } };
  };
  const waiting = async (): Promise<{ enteredAt: string } | undefined> =>
    ((await (await one?.get('/ratings'))?.json()) as { ballots: { enteredAt: string }[] }).ballots[0];

  test.each([
    ['more issued than present', { issued: 53 }, 'issued'],
    ['more returned than issued', { returned: 51, invalid: 3 }, 'returned'],
    ['valid and invalid are not what was returned', { invalid: 2 }, 'valid'],
    ['grades are not the valid ones', { satisfied: 41 }, 'satisfied'],
    ['an empty field is no zero', { dissatisfied: '' }, 'dissatisfied'],
  ])('%s: refused, with a sentence beside the field', async (_what, change, field) => {
    const { status, said } = await enter(one, change);
    expect([status, said.errors?.map(({ path }) => path)]).toEqual([422, [[field]]]);
    expect(said.errors?.[0]?.message).toMatch(/[。]$/);
  });

  test('one person enters, another confirms exactly what was entered; only then it is published, and it stays', async () => {
    expect((await enter(one)).status).toBe(200);
    const before = await waiting();
    const confirm = async (visitor: DeskVisitor | undefined, enteredAt = before?.enteredAt) =>
      ((await (await visitor?.post('/ratings/hall/confirm', { reportId: 'report-1', enteredAt }))?.json()) as { code?: string }).code;
    expect(await confirm(one)).toBe('ballotOwn');
    expect(await published()).toEqual({});
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await enter(one, { satisfied: 39, dissatisfied: 3 })).status).toBe(200);
    expect(await confirm(two)).toBe('ballotChanged');
    expect(await confirm(two, (await waiting())?.enteredAt)).toBeUndefined();
    expect(await published()).toEqual({ 'report-1': { ...BALLOT, satisfied: 39, dissatisfied: 3 } });
    expect((await enter(two)).said.code).toBe('ballotConfirmed');
    const { rows } = await host.db.client.execute("SELECT act, count(*) AS n FROM audit WHERE act LIKE '%hall-ballot' GROUP BY act ORDER BY act");
    expect(rows.map(({ act, n }) => [act, Number(n)])).toEqual([
      ['confirm-hall-ballot', 1],
      ['enter-hall-ballot', 2],
    ]);
  });

  test('the desk schedules a window, prints codes and counts slips; a clerk cannot void', async () => {
    const window = { reportIds: ['report-2'], opens: '2026-01-01T00:00:00+08:00', closes: '2036-01-01T00:00:00+08:00' };
    expect((await one?.post('/ratings/windows', window))?.status).toBe(200);
    const printed = (await (await one?.post('/ratings/codes', { reportIds: ['report-2'], count: 3 }))?.json()) as { set: string; codes: string[] };
    expect(printed.codes).toHaveLength(3);
    expect((await one?.post('/ratings/codes/count', { set: printed.set, handedOut: 3, returned: 1 }))?.status).toBe(200);
    expect((await one?.post('/ratings/void', { reportId: 'report-2', reason: '误发' }))?.status).toBe(403);
    const status = (await (await one?.get('/ratings'))?.json()) as { sets: { handedOut: number }[]; windows: { disagreements: string[] }[] };
    expect(status).toMatchObject({ logHolds: true, stray: [], sets: [{ handedOut: 3, returned: 1 }], windows: [{ disagreements: [] }] });
    expect(JSON.stringify(status)).not.toContain(printed.codes[0]);
  });
});
