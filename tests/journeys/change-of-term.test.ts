/** A county changes its term: the command starts it, the election is announced step by step, and nothing old is lost. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadRecords } from '../../db/records/load.ts';
import { startProgram } from '../support/run-program.ts';
import { smallCounty, writeCounty } from '../support/small-county.ts';

const START = '2027-01-12';
let content: string;
let data: string;
const env = (today: string) => ({ CONTENT_DIR: content, DATA_DIR: data, HUIYIN_TODAY: today, SITE_URL: 'http://127.0.0.1:5199', PORT: '5199' });
const run = (today: string, ...command: string[]) => startProgram([`functions/cli/${command[0]}.ts`, ...command.slice(1)], env(today)).ended;
const write = (file: string, fields: object, body = ''): void => writeFileSync(join(content, file), `---\n${stringify(fields)}---\n${body}\n`);
const page = (path: string): string => readFileSync(join(data, 'releases/current/client', path, 'index.html'), 'utf8').replace(/<[^>]+>/g, '');
const publish = async (today: string): Promise<void> => {
  const { code, output } = await run(today, 'publish');
  expect(output, output).not.toContain('没有发布');
  expect(code).toBe(0);
};
const announce = (id: string, kind: string, date: string, more: object): void =>
  write(
    `announcements/${id}.md`,
    {
      title: `${kind}公告`,
      kind,
      congress: 'congresses:small',
      issuer: '小县选举委员会',
      date,
      constituencies: ['constituencies:small-2-01'],
      electionDay: '2026-12-08',
      ...more,
    },
    '特此公告。',
  );

beforeAll(() => {
  content = writeCounty({
    ...smallCounty(),
    'announcements/n-old.md': {
      fields: { title: '旧公告', kind: 'notice', congress: 'congresses:small', issuer: '办公室', date: '2022-02-01' },
      body: '略。',
    },
  });
  data = mkdtempSync(join(tmpdir(), 'huiyin-term-'));
});
afterAll(() => {
  for (const folder of [content, data]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('an editor changes the term', { timeout: 180_000 }, () => {
  test('with one command, which leaves a county without a fault and says what to do next', async () => {
    const { code, output } = await run('2026-10-01', 'new-term', 'small', '--start', START);
    expect([code, output]).toEqual([0, expect.stringContaining('electionNotice')]);
    const { records, faults } = loadRecords(content, '2026-10-01');
    expect(faults).toEqual([]);
    expect(records.terms.get('small-1')?.end).toBe(START);
    expect(records.terms.get('small-2')).toMatchObject({ ordinal: 2, start: START, quota: 2 });
    expect(records.constituencies.get('small-2-01')).toMatchObject({ predecessors: ['constituencies:small-1-01'], areas: ['areas:east'], seats: 2 });
    expect((await run('2026-10-01', 'new-term', 'small', '--start', START)).output).toContain('已经生成');
  });

  test('announces the election, the candidates and the result, and residents see each where they live', async () => {
    announce('n-1', 'electionNotice', '2026-10-20', {});
    announce('n-2', 'candidates', '2026-11-20', {
      candidates: [
        { name: '李华', constituency: 'constituencies:small-2-01', introduction: '东街小学教师，连任提名。' },
        { name: '周文', constituency: 'constituencies:small-2-01', introduction: '东街村医生。' },
        { name: '钱进', constituency: 'constituencies:small-2-01', introduction: '东街村果农。' },
      ],
    });
    await publish('2026-11-21');
    for (const path of ['constituencies/small-1-01', 'constituencies/small-2-01'])
      expect(page(path)).toMatch(/候选人[\s\S]*周文[\s\S]*东街村医生[\s\S]*选举公告/);
    expect(page('constituencies/small-2-01')).toContain('下一届选区');
    expect(page('areas/east')).toMatch(/candidates公告[\s\S]*选举日：2026年12月8日/);
    expect(page('congresses/small')).toMatch(/第二届（下一届[\s\S]*第一届（本届）/);
    expect(page('deputies/wang-qiang')).toContain('给代表留言');
  });

  test('and on the first session’s day old mandates end, new ones begin, and every old address says who serves now', async () => {
    const elected = { term: 'terms:small-2', constituency: 'constituencies:small-2-01', electedOn: '2026-12-08' };
    write('people/zhou-wen.md', { name: '周文', mandates: [{ id: 'm1', ...elected }] });
    const liHua = join(content, 'people/li-hua.md');
    writeFileSync(
      liHua,
      readFileSync(liHua, 'utf8').replace(
        'mandates:\n',
        `mandates:\n${stringify([{ id: 'm2', ...elected }])
          .replaceAll(/^/gm, '  ')
          .trimEnd()}\n`,
      ),
    );
    announce('n-3', 'election', '2026-12-20', {
      mandates: ['people:li-hua/m2', 'people:zhou-wen/m1'],
      seatsFilled: 2,
      vacancies: 0,
      candidates: [
        { name: '李华', constituency: 'constituencies:small-2-01', votes: 611, mandate: 'people:li-hua/m2' },
        { name: '周文', constituency: 'constituencies:small-2-01', votes: 598, mandate: 'people:zhou-wen/m1' },
        { name: '钱进', constituency: 'constituencies:small-2-01', votes: 203 },
      ],
    });
    const before = loadRecords(content, '2026-12-21');
    expect(before.faults).toEqual([]);

    await publish('2027-01-13');
    const former = page('deputies/wang-qiang');
    expect(former).toMatch(/王强目前不担任代表/);
    expect(former).toMatch(/现在由谁代表这个选区：李华、周文/);
    expect(page('q/wang-qiang')).toMatch(/任期届满[\s\S]*周文|周文[\s\S]*任期届满/);
    expect(page('deputies/wang-qiang/card')).toMatch(/已失效[\s\S]*周文/);
    expect(page('deputies/wang-qiang/card/m1')).toMatch(/已失效[\s\S]*周文/);
    expect(page('deputies/li-hua/card/m1')).toMatch(/已失效[\s\S]*换届后继续担任代表/);
    expect(page('deputies/li-hua/card/m2')).not.toContain('已失效');
    expect(page('q/li-hua')).toContain('李华在任');
    expect(page('constituencies/small-1-01')).toMatch(/往届选区[\s\S]*王强[\s\S]*换届后的选区/);
    expect(page('constituencies/small-2-01')).toMatch(/周文[\s\S]*上一届的选区/);
    expect(page('congresses/small')).toMatch(/第二届（本届）[\s\S]*第一届[\s\S]*王强/);
    expect(page('areas/east')).toMatch(/周文/);
    expect(page('areas/east')).not.toContain('王强');
    expect(page('announcements/n-3')).toMatch(/周文\s*当选[\s\S]*598[\s\S]*钱进[\s\S]*203/);
    expect(page('proposals/p-1')).toContain('王强');
  });
});
