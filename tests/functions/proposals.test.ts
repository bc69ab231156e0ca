import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProposalList, ProposalRow } from '../../db/domain/proposal-list.ts';
import { loadProposalIndex } from '../../functions/acts/load-proposal-index.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { testRelease } from '../support/release.ts';

const row = (place: number, more: Partial<ProposalRow> = {}): ProposalRow => ({
  id: `p-${place}`,
  title: `关于整治${place}号河道的建议`,
  number: `第${place}号`,
  session: 'terms:county-18/1',
  year: 2025,
  state: 'replied',
  flags: [],
  units: [{ id: 'water', name: '县水利局' }],
  topic: 'environment',
  leads: [{ id: 'lin-xiaohe', name: '林小禾' }],
  submittedOn: `2025-01-${String((place % 28) + 1).padStart(2, '0')}`,
  repliedOn: null,
  resultClass: 'solved',
  waitingSince: null,
  dueOn: null,
  overdueSince: null,
  text: `河道淤塞 ＡＢ${place} 100%`,
  ...more,
});
const LEADING = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠a', ' =1'];

describe.each(HOSTS)('lists of proposals on %s', (_, start) => {
  let host: ApiHost;
  beforeAll(async () => {
    host = await start();
    const rows = [
      ...Array.from({ length: 120 }, (_unused, place) => row(place)),
      row(200, {
        units: [{ id: 'water-2', name: '水务公司' }],
        flags: ['overdue', 'extended'],
        year: 2026,
        state: 'assigned',
        title: '桥梁',
        text: '桥梁',
        leads: [{ id: 'gu-yuan', name: '顾远' }],
        resultClass: null,
        session: '',
        waitingSince: '2026-08-01',
        dueOn: '2026-11-02',
        overdueSince: '2026-11-03',
      }),
      row(201, {
        topic: 'culture',
        flags: ['overdue', 'keySupervised', 'promised'],
        waitingSince: '2026-08-15',
        dueOn: '2026-11-16',
        overdueSince: '2026-11-17',
        text: '桥',
      }),
      row(202, { topic: 'culture', flags: ['repliedLate'], waitingSince: '2026-09-01', dueOn: '2026-12-01', text: '桥' }),
      ...LEADING.map((title, place) => row(300 + place, { title, topic: 'formulas', text: title })),
    ];
    await loadProposalIndex(host.context, { releaseId: 'old', rows: rows.slice(0, 5), keep: [] });
    await loadProposalIndex(host.context, { releaseId: testRelease.id, rows, keep: ['old'] });
    await loadProposalIndex(host.context, { releaseId: testRelease.id, rows, keep: ['old'] });
  });
  afterAll(() => host.close());
  const ask = async (query: string) => (await (await host.send(`/api/proposals?${query}`)).json()) as ProposalList;

  test.each([
    ['', 134],
    ['unit=water', 133],
    ['unit=water-2', 1],
    ['unit=wat', 0],
    ['deputy=gu-yuan', 1],
    ['year=2026', 1],
    ['state=assigned', 1],
    ['overdue=true', 2],
    ['overdue=week', 1],
    ['overdue=week&unit=water-2', 0],
    ['overdue=false', 132],
    ['late=true', 1],
    ['key=true', 1],
    ['promised=true&overdue=true', 1],
    ['class=solved', 133],
    ['topic=environment', 121],
    ['session=terms:county-18/1', 133],
    [`q=${encodeURIComponent('河道 淤塞')}`, 120],
    ['q=ab7&year=2025', 11],
    ['q=%25', 120],
    ['q=_', 0],
    [`q=${encodeURIComponent("' OR 1=1 --")}`, 0],
    ['page=99', 134],
  ])('%s finds %i', async (query, total) => expect((await ask(query)).total).toBe(total));

  test('pages and sorts are stable and come from a list of names', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => ask(`sort=oldest&page=${page}`)));
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(134);
    expect(pages[0]?.items).toHaveLength(50);
    expect((await ask('sort=number&topic=environment')).items.slice(0, 3).map(({ number }) => number)).toEqual(['第0号', '第1号', '第2号']);
    expect((await ask('sort=waiting')).items.slice(0, 4).map(({ id }) => id)).toEqual(['p-200', 'p-201', 'p-202', 'p-0']);
    expect((await ask('sort=due&topic=culture')).items.map(({ dueOn }) => dueOn)).toEqual(['2026-11-16', '2026-12-01']);
    for (const query of [
      'late=false',
      'key=1',
      'overdue=month',
      'sort=title',
      'sort=newest,id',
      'colour=red',
      'page=0',
      'page=x',
      'unit=A%20B',
      'year=1e9',
    ])
      expect((await host.send(`/api/proposals?${query}`)).status).toBe(422);
  });

  test('a list is downloaded whole, as JSON too', async () => {
    const answer = await host.send('/api/proposals.json?unit=water&topic=environment');
    expect(answer.headers.get('content-disposition')).toContain('proposals.json');
    const { total, items } = (await answer.json()) as ProposalList;
    expect([total, items.length]).toEqual([120, 120]);
  });

  test('the export has a byte order mark, the same rows, and no cell that becomes a formula (row 21)', async () => {
    const answer = await host.send('/api/proposals.csv?topic=formulas');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(text.startsWith('\u{FEFF}id,number,title,')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(LEADING.length);
    for (const line of data) expect(line['title']?.startsWith("'")).toBe(true);
    expect(data.map((line) => line['title']?.slice(1) ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(
      LEADING.toSorted((a, b) => a.localeCompare(b)),
    );
  });
});
