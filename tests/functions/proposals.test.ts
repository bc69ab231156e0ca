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
      }),
      ...LEADING.map((title, place) => row(300 + place, { title, topic: 'formulas', text: title })),
    ];
    await loadProposalIndex(host.context, { releaseId: 'old', rows: rows.slice(0, 5), keep: [] });
    await loadProposalIndex(host.context, { releaseId: testRelease.id, rows, keep: ['old'] });
    await loadProposalIndex(host.context, { releaseId: testRelease.id, rows, keep: ['old'] });
  });
  afterAll(() => host.close());
  const ask = async (query: string) => (await (await host.send(`/api/proposals?${query}`)).json()) as ProposalList;

  test.each([
    ['', 132],
    ['unit=water', 131],
    ['unit=water-2', 1],
    ['unit=wat', 0],
    ['deputy=gu-yuan', 1],
    ['year=2026', 1],
    ['state=assigned', 1],
    ['overdue=true', 1],
    ['overdue=false', 131],
    ['class=solved', 131],
    ['topic=environment', 121],
    ['session=terms:county-18/1', 131],
    [`q=${encodeURIComponent('河道 淤塞')}`, 120],
    [`q=ab7&year=2025`, 11],
    ['q=%25', 120],
    ['q=_', 0],
    [`q=${encodeURIComponent("' OR 1=1 --")}`, 0],
    ['page=99', 132],
  ])('%s finds %i', async (query, total) => expect((await ask(query)).total).toBe(total));

  test('pages and sorts are stable and come from a list of names', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => ask(`sort=oldest&page=${page}`)));
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(132);
    expect(pages[0]?.items).toHaveLength(50);
    expect((await ask('sort=number&topic=environment')).items.slice(0, 3).map(({ number }) => number)).toEqual(['第0号', '第1号', '第2号']);
    for (const query of ['sort=title', 'sort=newest,id', 'colour=red', 'page=0', 'page=x', 'unit=A%20B', 'year=1e9'])
      expect((await host.send(`/api/proposals?${query}`)).status).toBe(422);
  });

  test('the export has a byte order mark, the same rows, and no cell that becomes a formula (row 21)', async () => {
    const answer = await host.send('/api/proposals.csv?topic=formulas');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
    expect(text.startsWith('\u{FEFF}标识,')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(LEADING.length);
    for (const line of data) expect(line['标题']?.startsWith("'")).toBe(true);
    expect(data.map((line) => line['标题']?.slice(1) ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(
      LEADING.toSorted((a, b) => a.localeCompare(b)),
    );
  });
});
