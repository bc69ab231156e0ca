import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepAudit } from '../../db/queries/audit.ts';
import { checkAudit } from '../../functions/acts/check-audit.ts';
import { linkAudit } from '../../functions/jobs/link-audit.ts';
import { createRecords } from '../../functions/records.ts';
import { HOSTS, startNodeHost, type ApiHost } from '../support/api-host.ts';
import { testRelease } from '../support/release.ts';

const ROWS = 40;

/** The context of a host whose release published this head. */
const published = (host: ApiHost, auditHead?: { seq: number; hash: string }) => ({
  ...host.context,
  records: createRecords({ version: async () => 'fixed', text: async () => JSON.stringify({ ...testRelease, auditHead }) }),
});
const faultsOf = async (host: ApiHost, head?: { seq: number; hash: string }) =>
  (await checkAudit(published(host, head))).faults.map(({ seq, kind }) => `${seq} ${kind}`);
const fillTo = async (host: ApiHost, rows: number) => {
  for (let at = 0; at < rows; at++)
    await keepAudit(host.db, { at: '2026-11-22T08:00:00.000Z', actor: 'staff:a', act: 'accept-message', target: `msg_${at}` });
};

describe('the audit is a chain', () => {
  let host: ApiHost;
  let head: { seq: number; hash: string };
  beforeAll(async () => {
    host = await startNodeHost();
    await fillTo(host, ROWS);
    head = await linkAudit(host.context);
  });
  afterAll(() => host.close());

  test('what is as it was holds, also with rows that wait for their link', async () => {
    await keepAudit(host.db, { at: '2026-11-22', actor: 'public', act: 'rate-report', target: 'reports:a' });
    expect(head.seq).toBe(ROWS);
    expect(await faultsOf(host, head)).toEqual([]);
    await linkAudit(host.context);
    expect(await faultsOf(host, head)).toEqual([]);
  });

  /** Everything that somebody with the database could do to one row, at every place of the chain. */
  const tampers: [string, (seq: number) => string[]][] = [
    ['a changed name', (seq) => [`UPDATE audit SET actor = 'staff:b' WHERE seq = ${seq}`]],
    ['a changed act', (seq) => [`UPDATE audit SET act = 'refuse-message' WHERE seq = ${seq}`]],
    ['a changed moment', (seq) => [`UPDATE audit SET at = '2026-11-22T08:00:00.001Z' WHERE seq = ${seq}`]],
    ['a row taken away', (seq) => [`DELETE FROM audit WHERE seq = ${seq}`]],
    ['a row taken away with its link', (seq) => [`DELETE FROM audit WHERE seq = ${seq}`, `DELETE FROM audit_links WHERE seq = ${seq}`]],
    ['a link taken away', (seq) => [`DELETE FROM audit_links WHERE seq = ${seq}`]],
    ['a link made up', (seq) => [`UPDATE audit_links SET hash = 'x' WHERE seq = ${seq}`]],
    ['the rest cut off', (seq) => [`DELETE FROM audit WHERE seq >= ${seq}`, `DELETE FROM audit_links WHERE seq >= ${seq}`]],
    [
      'a row put in for another',
      (seq) => [
        `DELETE FROM audit WHERE seq = ${seq}`,
        `INSERT INTO audit (seq, id, at, actor, act, target) VALUES (${seq}, 'aud_x', '2026-11-22', 'public', 'x', 'x')`,
      ],
    ],
    ['a row put in before all', () => [`INSERT INTO audit (seq, id, at, actor, act, target) VALUES (0, 'aud_x', '2026-11-22', 'public', 'x', 'x')`]],
  ];
  test.each(tampers)('%s is found wherever it is', async (_, statements) => {
    const unseen: number[] = [];
    for (let seq = 1; seq <= ROWS; seq++) {
      const transaction = await host.db.client.transaction('write');
      for (const statement of statements(seq)) await transaction.execute(statement);
      const inside = { ...published(host, head), db: { ...host.db, client: transaction as unknown as ApiHost['db']['client'] } };
      if ((await checkAudit(inside)).faults.length === 0) unseen.push(seq);
      await transaction.rollback();
    }
    expect(unseen).toEqual([]);
  });
});

test.each(HOSTS)('two machines that link at once leave one whole chain (%s)', async (_, start) => {
  const host = await start();
  try {
    await fillTo(host, 30);
    const heads = await Promise.all([linkAudit(host.context), linkAudit(host.context), linkAudit(host.context)]);
    expect(new Set(heads.map(({ seq, hash }) => `${seq} ${hash}`)).size).toBe(1);
    expect(await faultsOf(host, heads[0])).toEqual([]);
  } finally {
    await host.close();
  }
});
