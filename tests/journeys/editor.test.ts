import { rmSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { TODAY } from '../support/sample-site.ts';
import { smallCounty, writeCounty } from '../support/small-county.ts';
import { SOON, visitorsOf } from '../support/visitors.ts';

const visit = visitorsOf();

/** Ten slips of an editor, each in a file that is right otherwise: what was there, what was typed, what the editor is told. */
const MISTAKES: [file: string, right: string, typed: string, told: string][] = [
  ['units/roads.md', 'kind: government', 'kind: ministry', 'units/roads.md:4 kind'],
  ['areas/east.yaml', 'kind: village', 'kind: village\ncolour: green', 'areas/east.yaml:3 colour'],
  ['people/wang-qiang.md', 'constituencies:small-1-01', 'constituencies:small-1-99', 'people/wang-qiang.md:6 mandates[0].constituency'],
  ['people/li-hua.md', 'electedOn: 2021-12-20', 'electedOn: 2019-12-20', 'people/li-hua.md:9 mandates[0].electedOn'],
  ['replies/r-1.md', 'repliedOn: 2022-04-20', 'repliedOn: 2022-01-02', 'replies/r-1.md:4 repliedOn'],
  ['reports/dr-1.md', 'from: 2022-01-11', 'from: 2022-02-30', 'reports/dr-1.md:5 from'],
  ['reports/dr-1.md', 'title: 2022年述职报告', 'title: ""', 'reports/dr-1.md:3 title'],
  ['calendars/2022.yaml', 'year: 2022', 'year: 今年', 'calendars/2022.yaml:1 year'],
  ['proposals/p-1.md', 'people:wang-qiang/m1', 'people:wang-qiang/m2', 'proposals/p-1.md:9 coSigners[0]'],
  ['congresses/small.md', 'level: county', 'level: 县', 'congresses/small.md:4 level'],
];

let contentDir: string;
let dataDir: string;
let port: number;
let server: Program | undefined;

const file = (name: string) => join(contentDir, name);
const change = (name: string, from: string, to: string): void => {
  const text = readFileSync(file(name), 'utf8');
  expect(text, name).toContain(from);
  writeFileSync(file(name), text.replace(from, to));
};
const env = () => ({ CONTENT_DIR: contentDir, DATA_DIR: dataDir, PORT: String(port), HUIYIN_TODAY: TODAY, SITE_URL: `http://127.0.0.1:${port}` });
const run = (command: string) => startProgram([`functions/cli/${command}.ts`], env()).ended;

beforeAll(async () => {
  contentDir = writeCounty(smallCounty());
  dataDir = mkdtempSync(join(tmpdir(), 'huiyin-editor-'));
  port = await freePort();
});
afterAll(async () => {
  server?.child.kill('SIGTERM');
  await server?.ended;
  for (const folder of [contentDir, dataDir]) rmSync(folder, { recursive: true, force: true });
});

describe('an editor', () => {
  test('makes ten mistakes and is told of all ten, each with file, line, field and what to do', async () => {
    for (const [name, right, typed] of MISTAKES) change(name, right, typed);
    const { code, output } = await run('check-content');
    expect(code).toBe(1);
    for (const [, , , told] of MISTAKES) expect(output).toContain(told);
    // The reply before its proposal also makes the proposal's own events impossible, which is told beside them.
    expect(output).toContain('11 处问题');
    const sentences = output.split('\n').filter((line) => line.startsWith('    '));
    expect(sentences).toHaveLength(11);
    for (const sentence of sentences) expect(sentence).toMatch(/\p{Script=Han}{4,}/u);
    expect(output).not.toMatch(/\bat .*\.ts:|undefined|\{/);
  });

  test('cannot publish any of them', async () => {
    const { code, output } = await run('publish');
    expect(code).toBe(1);
    for (const [, , , told] of MISTAKES) expect(output).toContain(told);
    expect(output).toContain('没有发布');
  });

  test('corrects them one by one, and is told of those that are left', async () => {
    for (const [index, [name, right, typed]] of MISTAKES.entries()) {
      change(name, typed, right);
      if (index === 4) expect((await run('check-content')).output).toContain('5 处问题');
    }
    const { code, output } = await run('check-content');
    expect(code, output).toBe(0);
    expect(output).toContain('没有问题');
  });

  test('publishes, corrects a title, publishes again: the visitor sees the change without a restart', { timeout: 120_000 }, async () => {
    const published = await run('publish');
    expect(published.code, published.output).toBe(0);
    server = startProgram(['functions/node.ts'], env());
    await untilPrinted(server, `:${port}`);
    const page = await visit(undefined, `http://127.0.0.1:${port}`);
    await page.goto('/proposals/p-1/');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('关于修复东街石板桥的建议');

    change('proposals/p-1.md', '关于修复东街石板桥的建议', '关于修复东街石拱桥的建议');
    const again = await run('publish');
    expect(again.code, again.output).toBe(0);
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('heading', { level: 1 }).textContent();
      }, SOON)
      .toBe('关于修复东街石拱桥的建议');
    const twin = await page.request.get('/proposals/p-1/index.json');
    expect(await twin.json()).toMatchObject({ item: { title: '关于修复东街石拱桥的建议' } });
  });
});
