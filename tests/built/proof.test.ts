import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leafOf, verify } from '../../functions/cli/release/assets/verify.mjs';
import { builtPages, publicFiles, publicFolder } from '../support/site-pages.ts';
import { visitorsOf, WIDE } from '../support/visitors.ts';

type Twin = { kind: string; item: { id: string }; seal: { leaf: string } };
type Found = { faults: unknown[]; unsealed: string[]; log: unknown[] };

const visit = visitorsOf();
const bytesOf = (path: string): Buffer => readFileSync(join(publicFolder(), path));
const twins = (): [string, Twin][] =>
  publicFiles('index.json')
    .filter((path) => !path.startsWith('data/'))
    .map((path) => [path, JSON.parse(bytesOf(path).toString()) as Twin]);

describe('the published proofs', () => {
  test('every twin holds the leaf that anyone can make from it, and its page shows it', async () => {
    const pages = new Map(builtPages().map(({ path, html }) => [`${path.slice(1)}index.json`, html]));
    const wrong: string[] = [];
    for (const [path, { kind, item, seal }] of twins()) {
      if (seal.leaf !== (await leafOf(kind, item))) wrong.push(`${path}: another leaf`);
      if (!pages.get(path)?.includes(seal.leaf)) wrong.push(`${path}: not on the page`);
    }
    expect(twins().length).toBeGreaterThan(400);
    expect(wrong).toEqual([]);
  });

  test('the published data pass their own verifier', async () => {
    const { faults } = await verify((name) => Promise.resolve(publicFiles().includes(`data/${name}`) ? bytesOf(`data/${name}`) : undefined));
    expect(faults).toEqual([]);
  });

  test('the verifier is a module that browsers run, too', async () => {
    const page = await visit(WIDE);
    await page.goto('/data/');
    // As text: the test runner would rewrite the import.
    const found = await page.evaluate<Found>(`import('/data/verify.mjs').then(({ verify }) => verify(async (name) => {
      const answer = await fetch('/data/' + name);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    }))`);
    expect(found.faults).toEqual([]);
    expect(found.unsealed.length).toBeGreaterThan(700);
  });
});
