import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../functions/cli/release/inventory.ts';
import type { Inventory } from '../../functions/node/release.ts';
import { startProgram } from '../support/run-program.ts';
import { writeTinyContent } from '../support/tiny-content.ts';
import { tinyCounty, type TinyCounty } from '../support/tiny-host.ts';

const STEPS = [
  'clean',
  'check',
  'snapshot',
  'data',
  'names',
  'bundle',
  'render',
  'twins',
  'search',
  'release.json',
  'verify',
  'inventory',
  'index',
  'name',
  'switch',
  'prune',
];

let county: TinyCounty;
const releases = () => join(county.dataDir, 'releases');
const current = () => readlinkSync(join(releases(), 'current'));
const wholeReleases = () =>
  readdirSync(releases())
    .filter((name) => /^\d{8}-/.test(name))
    .toSorted();
const inventory = (id: string) => JSON.parse(readFileSync(join(releases(), id, 'inventory.json'), 'utf8')) as Inventory;

/** Every file of the current release is there with its size: nothing missing, nothing half written. */
const expectWhole = async () => {
  const { files } = inventory(current());
  const client = join(releases(), current(), 'client');
  expect(await listFiles(client)).toEqual(Object.keys(files).toSorted());
  for (const [path, [bytes]] of Object.entries(files)) expect(readFileSync(join(client, path)).length).toBe(bytes);
};

beforeAll(async () => {
  county = tinyCounty();
  const { code, output } = await county.publish();
  expect(output).toMatch(/render +\d/);
  expect(code, output).toBe(0);
});
afterAll(() => county.remove());

describe('publishing', { timeout: 90_000 }, () => {
  test('every step prints a line with its seconds, and the release holds pages, data, twins and index', async () => {
    const { output } = await county.publish();
    for (const step of STEPS) expect(output).toMatch(new RegExp(`^${step.replace('.', '\\.')} +\\d+\\.\\d s`, 'm'));
    const paths = Object.keys(inventory(current()).files);
    for (const path of [
      'index.html',
      '404.html',
      'proposals/bridge/index.html',
      'proposals/bridge/index.json',
      'data/release.json',
      'data/proposals.csv',
      'data/huiyin.zip',
      'pagefind/shards.json',
    ])
      expect(paths).toContain(path);
    await expectWhole();
  });

  test('killed at any step, it leaves the old or the new release whole, and the next run clears up', { timeout: 240_000 }, async () => {
    for (const step of STEPS) {
      const before = current();
      const { signal, output } = await county.publish({ KILL_AT_STEP: step });
      expect(signal, output).toBe('SIGKILL');
      await expectWhole();
      if (step === 'prune') expect(current()).not.toBe(before);
      else expect(current()).toBe(before);
    }
    const { code, output } = await county.publish();
    expect(code, output).toBe(0);
    await expectWhole();
    expect(readdirSync(releases()).toSorted()).toEqual([...wholeReleases(), 'current', 'publishing'].toSorted());
    expect(wholeReleases()).toHaveLength(3);
  });

  test('of two at once the second refuses with a sentence', async () => {
    const [first, second] = await Promise.all([county.publish(), county.publish()]);
    const [winner, loser] = first.code === 0 ? [first, second] : [second, first];
    expect(winner.code, winner.output).toBe(0);
    expect(loser.code).toBe(1);
    expect(loser.output).toContain('另一个发布正在进行');
    expect(loser.output).not.toContain('at ');
  });

  test('equal content and code give equal bytes; only release.json holds the time', async () => {
    const before = inventory(current());
    rmSync(join(releases(), current(), 'pages.json'));
    rmSync(join(county.dataDir, 'bundles'), { recursive: true });
    const { output } = await county.publish();
    expect(output).toMatch(/bundle .* made\n.*render .* 0 of before/);
    const after = inventory(current());
    const changed = Object.keys(after.files).filter((path) => after.files[path]?.[1] !== before.files[path]?.[1]);
    expect(changed).toEqual(['data/release.json']);
    expect(after.server).toBe(before.server);
  });

  test('wrong content is refused with file, line and sentence, and the site stays as it is', async () => {
    const before = current();
    writeTinyContent(county.contentDir, { 'replies/bridge-1.md': { proposal: 'proposals:nowhere' } });
    const { code, output } = await county.publish();
    writeTinyContent(county.contentDir);
    expect(code).toBe(1);
    expect(output).toMatch(/replies\/bridge-1\.md:\d+ proposal：/);
    expect(output).toContain('没有发布');
    expect(current()).toBe(before);
  });

  test('a planted secret in any file stops it, also inside the search index and the archive', async () => {
    const before = current();
    const { code, output } = await county.publish({ CANARIES: '桥面已于四月修缮' });
    expect(code).toBe(1);
    for (const path of ['data/replies.json', 'data/huiyin.zip', '/fragment/', 'proposals/bridge/index.json']) expect(output).toContain(path);
    expect(current()).toBe(before);
  });

  test('with the database away it publishes the figures of the last release and says so', async () => {
    const { code, output } = await county.publish({ DATABASE_URL: 'http://127.0.0.1:9' });
    expect(code, output).toBe(0);
    expect(output).toContain('沿用版本');
    expect(JSON.parse(readFileSync(join(releases(), current(), 'snapshot.json'), 'utf8'))).toMatchObject({ schemaVersion: 1 });
  });

  test('rollback goes back one release at a time, and says when there is none', async () => {
    const ids = wholeReleases();
    const rollBack = (...args: string[]) => startProgram(['functions/cli/rollback.ts', ...args], county.env).ended;
    expect(current()).toBe(ids[2]);
    expect((await rollBack()).code).toBe(0);
    expect(current()).toBe(ids[1]);
    expect((await rollBack()).code).toBe(0);
    expect(current()).toBe(ids[0]);
    const none = await rollBack();
    expect(none.code).toBe(1);
    expect(none.output).toContain('没有更早的版本');
    expect((await rollBack(ids[2] ?? '')).code).toBe(0);
    expect(current()).toBe(ids[2]);
    expect((await rollBack('20200101-000000-abcdef')).output).toContain('没有名为');
    expect(existsSync(join(releases(), 'current.next'))).toBe(false);
  });
});
