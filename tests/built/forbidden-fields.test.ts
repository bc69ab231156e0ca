/** The small run of what tests/bench/forbidden.ts does with 2,000 people. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HIDDEN, SHOWN, shownFields } from '../support/marked-county.ts';
import { filesHolding } from '../support/output-bytes.ts';
import { publishMarkedCounty } from '../support/publish-marked.ts';

let folder: string;
let release: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-marked-'));
  release = await publishMarkedCounty(folder, 24);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('of a county with marks in every field', () => {
  test('what the profile hides is in no byte of the release, and what it shows is where people look', () => {
    const { found } = filesHolding(release, [HIDDEN, SHOWN, ...shownFields.map((field) => SHOWN + field.toLowerCase())]);
    expect(found.get(HIDDEN)).toEqual([]);
    const shown = found.get(SHOWN) ?? [];
    for (const path of [
      'deputies/p-0/index.html',
      'deputies/p-0/index.json',
      'deputies/p-0.vcf',
      'zh-hant/deputies/p-0/index.html',
      'data/people.csv',
      'data/people.json',
      'data/popolo.json',
      'data/huiyin.zip',
    ])
      expect(shown).toContain(`client/${path}`);
    expect(shown.some((path) => /\/pagefind\/.*\/fragment\//.test(path))).toBe(true);
    for (const field of shownFields) expect(found.get(SHOWN + field.toLowerCase()), field).not.toEqual([]);
  });

  test('of deputies elected indirectly the data have no key that their profile does not allow', () => {
    const { items } = JSON.parse(readFileSync(join(release, 'client/data/people.json'), 'utf8')) as {
      items: { id: string; [key: string]: unknown }[];
    };
    const keys = (id: string) =>
      Object.entries(items.find((item) => item.id === id) ?? {})
        .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0))
        .map(([key]) => key)
        .toSorted();
    expect(keys('p-4')).toEqual(['id', 'mandates', 'name']);
    expect(keys('p-0')).toEqual(['body', 'contact', 'id', 'mandates', 'name', 'photo', 'post', 'workUnit']);
  });
});
