import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { filesHolding } from '../support/output-bytes.ts';
import { ROOT, startProgram } from '../support/run-program.ts';
import { TODAY } from '../support/sample-site.ts';

/** A deputy whom the county's deputies elected to the city congress: the site shows name and portrait only. */
const INDIRECT = 'qiao-wenjing';
/** A deputy whom voters elected: all of this is shown, which proves that the search below would find it. */
const DIRECT = 'wang-xiulan';

const planted = (sign: string) => ({
  ethnicity: `${sign}ethn`,
  party: `${sign}party`,
  workUnit: `${sign}workunit`,
  post: `${sign}post`,
  education: `${sign}school`,
  contact: { phone: `${sign}phone`, email: `${sign}mail@example.cn` },
  honours: [{ year: 2024, title: `${sign}honour` }],
});
const FIELDS = ['ethn', 'party', 'workunit', 'post', 'school', 'phone', 'mail', 'honour', 'biography'];
const HIDDEN = 'zqhid';
const SHOWN = 'zqshow';

let folder: string;
let release: string;

const edit = (file: string, fields: Record<string, unknown>, end: string): void => {
  const path = join(folder, 'content', file);
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
  const document = parseDocument(front);
  for (const [name, value] of Object.entries(fields)) document.set(name, value);
  writeFileSync(path, `---\n${String(document)}---\n${body}\n\n${end}\n`);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-canary-'));
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true });
  edit(`people/${INDIRECT}.md`, planted(HIDDEN), `${HIDDEN}biography`);
  edit(`people/${DIRECT}.md`, planted(SHOWN), `${SHOWN}biography`);
  // Texts that are written, but not public yet.
  edit('reports/dr-2026-zhou-zhiqiang.md', {}, `${HIDDEN}reviewed`);
  edit('reports/dr-2024-wang-xiulan.md', { publishedOn: '2026-11-23' }, `${HIDDEN}tomorrow`);
  edit('announcements/n-2026-11-notice-collect-suggestions.md', { title: `${HIDDEN}notice`, publishOn: '2026-11-23' }, `${HIDDEN}notice`);
  edit('announcements/n-2026-10-notice-duty-reports-taoyuan.md', { date: '2026-11-23' }, `${HIDDEN}notice`);
  edit('decisions/d-2026-10-review-handling.md', { date: '2026-12-01' }, `${HIDDEN}decision`);
  edit('replies/r-17-5-010-1.md', { publishedOn: '2026-11-23', docNo: `${HIDDEN}letter` }, `${HIDDEN}reply`);
  edit('replies/r-17-5-030-1.md', {}, `${SHOWN}reply`);
  edit('reports/dr-2024-cao-lixin.md', {}, `${SHOWN}report`);
  edit('activities/a-2026-11-18-visit-wenmiao-canteen.md', {}, `${HIDDEN}draft`);
  const env = { CONTENT_DIR: join(folder, 'content'), DATA_DIR: join(folder, 'data'), HUIYIN_TODAY: TODAY };
  const { code, output } = await startProgram(['functions/cli/publish.ts'], env).ended;
  expect(code, output).toBe(0);
  release = join(folder, 'data/releases/current');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesWith = (sign: string): string[] => filesHolding(release, [sign]).found.get(sign) ?? [];

describe('what a site does not show of deputies elected indirectly, and what is not published yet', () => {
  test('is in no byte that it gives away: page, data, table, archive, search', { timeout: 60_000 }, () => {
    expect(filesWith(HIDDEN)).toEqual([]);
  });

  test('would be found: what is public is in all of these', { timeout: 60_000 }, () => {
    const found = filesWith(SHOWN);
    for (const path of [
      `deputies/${DIRECT}/index.html`,
      `deputies/${DIRECT}/index.json`,
      'data/people.json',
      'data/people.csv',
      'data/huiyin.zip',
      'reports/dr-2024-cao-lixin/index.html',
      'proposals/p-17-5-030/index.html',
    ])
      expect(found).toContain(`client/${path}`);
    expect(found.some((path) => /pagefind\/shards\/\w+\/fragment\//.test(path))).toBe(true);
    const json = readFileSync(join(release, 'client/data/people.json'), 'utf8');
    // Education is not on the county's list: it is shown of nobody.
    expect(FIELDS.filter((field) => !json.includes(SHOWN + field))).toEqual(['school']);
  });
});
