import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { switchTo } from '../../functions/cli/release/shelf.ts';
import { writeHandMadeRelease } from '../support/hand-made-release.ts';
import { testRelease } from '../support/release.ts';
import { startProgram } from '../support/run-program.ts';

const CODE = /^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/;
let folder: string;
const codes = (...args: string[]) =>
  startProgram(['functions/cli/codes.ts', ...args], { DATA_DIR: join(folder, 'data'), SITE_URL: 'https://rd.example.cn' }).ended;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-codes-'));
  await writeHandMadeRelease(join(folder, 'data'), testRelease.id, {
    'data/release.json': JSON.stringify(testRelease),
    '404.html': '<!doctype html><html></html>',
  });
  await switchTo(join(folder, 'data'), testRelease.id);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the office schedules, prints, prints again and looks at it all from the command line', { timeout: 120_000 }, async () => {
  const window = ['--opens', '2026-01-01T08:00:00+08:00', '--closes', '2036-01-01T18:00:00+08:00'];
  expect(await codes('open', '--reports', 'report-1,report-2', ...window)).toMatchObject({ code: 0 });

  const sheet = join(folder, 'slips.html');
  const printed = await codes('issue', '--reports', 'report-1,report-2', '--count', '12', '--html', sheet);
  expect(printed.output).toMatch(/已印制 12 个测评码，批号 set_\w{20}。/);
  const html = readFileSync(sheet, 'utf8');
  expect(statSync(sheet).mode & 0o777).toBe(0o600);
  expect(html.match(/<section>/g)).toHaveLength(12);
  const [, code = ''] = /<code>([^<]+)<\/code>/.exec(html) ?? [];
  expect(code).toMatch(CODE);
  for (const told of [`https://rd.example.cn/reports/report-1/rate/#${code}`, '2036年1月1日 18:00 截止', '没有名单记着谁拿了哪个码'])
    expect(html).toContain(told);

  const set = /set_\w{20}/.exec(printed.output)?.[0] ?? '';
  const again = await codes('reissue', '--set', set, '--reason', '一包遗失', '--count', '2');
  expect(
    again.output
      .trim()
      .split('\n')
      .every((line) => CODE.test(line)),
  ).toBe(true);
  const status = await codes('status');
  expect(status).toMatchObject({ code: 0, output: expect.stringContaining('全部核对相符') });
  expect(status.output).toMatch(new RegExp(`${set}：印 12，发出 未登记，收回 未登记，\\d{4}-\\d\\d-\\d\\d 作废`));
  expect(status.output).not.toContain(code);
  const unknown = await codes('void-set', '--set', 'set_none', '--reason', '遗失');
  expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('没有这批测评码') });
  expect(unknown.output).not.toContain('    at ');
});
