import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../db/domain/kinds.ts';
import { builtPages, publicFiles, publicFolder } from '../support/site-pages.ts';

const bytesOf = (path: string): Buffer => readFileSync(join(publicFolder(), path));
const jsonOf = <T>(path: string): T => JSON.parse(bytesOf(path).toString()) as T;
type DataSet = { schemaVersion: number; kind: string; date: string | null; licence: string; items: { id: string }[] };

/** The address of the JSON twin that a page names; pages in other languages name the one of the page without prefix. */
const twinOf = (html: string): string => /rel="alternate" type="application\/json" href="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the JSON twin of a page', () => {
  test('is there wherever the page says so, parses, and holds the record of its address', () => {
    const withTwin = builtPages().filter(({ html }) => html.includes('rel="alternate" type="application/json"'));
    expect(withTwin.length).toBeGreaterThan(400);
    const ids = withTwin.map(({ path, html }) => [path, jsonOf<{ item: { id: string } }>(twinOf(html).slice(1)).item.id]);
    expect(ids.filter(([path, id]) => path?.split('/').at(-2) !== id)).toEqual([]);
  });

  test('is named by the page it stands beside', () => {
    const twins = publicFiles('index.json').filter((path) => !path.startsWith('data/'));
    const named = new Set(builtPages().map(({ html }) => twinOf(html).slice(1)));
    expect(twins.filter((path) => !named.has(path))).toEqual([]);
  });

  test('of a proposal holds its replies', () => {
    const replies = jsonOf<DataSet>('data/replies.json').items as unknown as { id: string; proposal: string }[];
    for (const { id, proposal } of replies) {
      const twin = jsonOf<{ replies: { id: string }[] }>(`proposals/${proposal.split(':')[1]}/index.json`);
      expect(twin.replies.map((reply) => reply.id)).toContain(id);
    }
  });
});

describe('the open data', () => {
  test.each(KINDS)('of %s are the same in JSON and CSV', (kind) => {
    const set = jsonOf<DataSet>(`data/${kind}.json`);
    const table = Papa.parse<{ id: string }>(
      bytesOf(`data/${kind}.csv`)
        .toString()
        .replace(/^\u{FEFF}/u, ''),
      { header: true, skipEmptyLines: true },
    );
    expect(table.errors).toEqual([]);
    expect(table.data.map(({ id }) => id)).toEqual(set.items.map(({ id }) => id));
    expect(set).toMatchObject({ schemaVersion: 1, kind, licence: expect.stringMatching(/./) });
  });

  test('are listed with their true sizes and digests, and are all in the archive', () => {
    const { files } = jsonOf<{ files: { path: string; bytes: number; sha256: string }[] }>('data/index.json');
    for (const { path, bytes, sha256 } of files) {
      expect([path, bytesOf(path).length, createHash('sha256').update(bytesOf(path)).digest('hex')]).toEqual([path, bytes, sha256]);
    }
    const archive = unzipSync(bytesOf('data/huiyin.zip'));
    for (const kind of KINDS)
      for (const ending of ['json', 'csv'])
        expect(Buffer.from(archive[`${kind}.${ending}`] ?? []).equals(bytesOf(`data/${kind}.${ending}`)), kind).toBe(true);
    expect(Object.keys(archive)).toEqual(
      expect.arrayContaining(['README.md', 'LICENCE.txt', 'dictionary.csv', 'datapackage.json', 'schemas/proposals.json']),
    );
  });
});
