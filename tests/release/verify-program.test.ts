import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../db/domain/canonical.ts';
import { publishedRecords } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';
import { readSeals } from '../../db/records/seals.ts';
import { canonical } from '../../functions/cli/release/assets/verify.mjs';
import { currentLeaves } from '../../functions/cli/release/proof-texts.ts';
import { writeTwins } from '../../functions/cli/release/write-twins.ts';
import { startProgram } from '../support/run-program.ts';
import { sealedCounty, type SealedCounty } from '../support/sealed-county.ts';

const TODAY = '2026-11-22';
let county: SealedCounty;
let data: string;
let folder: string;
const run = (...args: string[]) => startProgram([join(data, 'verify.mjs'), ...args], {}).ended;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-verify-'));
  county = sealedCounty('tiny');
  county.seal(TODAY);
  data = await county.publish(TODAY);
});
afterAll(() => {
  county.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('node verify.mjs', () => {
  test('is one file without imports of others, at most 150 lines long', () => {
    const source = readFileSync('functions/cli/release/assets/verify.mjs', 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    expect([...source.matchAll(/import\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name)).toEqual(['node:crypto', 'node:fs/promises']);
    expect(source).not.toMatch(/^import /m);
  });

  test('writes the canonical form as the site does', () => {
    for (const kind of ['proposals', 'replies', 'site'] as const) {
      const { items } = JSON.parse(readFileSync(join(data, `${kind}.json`), 'utf8')) as { items: unknown[] };
      for (const item of items) expect(canonical(item)).toBe(canonicalJson(item));
    }
  });

  test('passes the data folder and the unpacked archive, and tells the seal', async () => {
    for (const [name, bytes] of await county.archive(TODAY)) {
      mkdirSync(dirname(join(folder, 'zip', name)), { recursive: true });
      writeFileSync(join(folder, 'zip', name), bytes);
    }
    for (const checked of [data, join(folder, 'zip')]) {
      const { code, output } = await run(checked);
      expect(output).toContain('核对完毕，没有问题');
      expect(output).toContain(`第 1 次，${TODAY}`);
      expect(code).toBe(0);
    }
  });

  test('names the changed record and ends with status 1', async () => {
    const text = readFileSync(join(folder, 'zip/replies.json'), 'utf8');
    writeFileSync(join(folder, 'zip/replies.json'), text.replace('修缮完毕', '修缮过半'));
    const { code, output } = await run(join(folder, 'zip'));
    expect(output).toContain('replies:bridge-1：内容被改动');
    expect(code).toBe(1);
    writeFileSync(join(folder, 'zip/replies.json'), text);
  });

  test('checks one record by its twin and its proof', async () => {
    const published = publishedRecords(loadRecords(county.content, TODAY).records, TODAY);
    mkdirSync(join(folder, 'proposals/bridge'), { recursive: true });
    writeFileSync(join(folder, 'proposals/bridge/index.html'), '');
    expect(writeTwins(folder, published, currentLeaves(published), readSeals(county.content))).toBe(1);
    const twin = join(folder, 'proposals/bridge/index.json');
    const { seal } = JSON.parse(readFileSync(twin, 'utf8')) as { seal: { proof: string; sealed: boolean; leaf: string } };
    expect(seal).toMatchObject({ sealed: true, proof: '/data/proofs/proposals.json', versions: [{ seal: 1, date: TODAY, leaf: seal.leaf }] });
    const proof = join(dirname(data), seal.proof);
    expect(await run('--record', twin, proof)).toMatchObject({ code: 0, output: expect.stringContaining('在树根') });
    copyFileSync(twin, `${twin}.changed`);
    writeFileSync(`${twin}.changed`, readFileSync(twin, 'utf8').replace('东门桥', '西门桥'));
    expect(await run('--record', `${twin}.changed`, proof)).toMatchObject({ code: 1, output: expect.stringContaining('与证明不符') });
  });

  test('a record changed since the seal is told as not sealed yet, never as tampered with', async () => {
    county.edit('proposals/bridge.md', '修缮东门桥', '修补东门桥');
    const { code, output } = await run(await county.publish(TODAY));
    expect(output).toContain('尚未封存的记录 1 份：proposals:bridge');
    expect(code).toBe(0);
  });
});
