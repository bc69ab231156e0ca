import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataSets } from '../../functions/data-sets.ts';
import { toCsv } from '../../functions/to-csv.ts';
import { currentLeaves } from '../../functions/cli/release/proof-texts.ts';
import { writeDataFiles } from '../../functions/cli/release/write-data-files.ts';
import { KINDS } from '../../db/domain/kinds.ts';
import { DERIVED_KINDS } from '../../db/domain/open-data.ts';
import { publishedRecords } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';
import { readSeals } from '../../db/records/seals.ts';
import { writeTinyContent } from '../support/tiny-content.ts';

const TODAY = '2026-11-22';
let folder: string;
let published: ReturnType<typeof publishedRecords>;
const order = () => ({
  published,
  snapshot: undefined,
  seals: readSeals('content'),
  current: currentLeaves(published),
  siteUrl: 'https://rd.example.cn',
  today: TODAY,
});
const read = (name: string) => readFileSync(join(folder, 'data', name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-data-'));
  published = publishedRecords(loadRecords(writeTinyContent(join(folder, 'content')), TODAY).records, TODAY);
  await writeDataFiles(folder, order());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('open data', () => {
  test('every kind has a JSON and a CSV file that say the same', () => {
    for (const kind of [...KINDS, ...DERIVED_KINDS]) {
      const json = JSON.parse(read(`${kind}.json`).toString()) as { schemaVersion: number; licence: string; items: { id: string }[] };
      expect(json).toMatchObject({ schemaVersion: 1, licence: 'CC-BY-4.0' });
      const { data } = Papa.parse<{ id: string }>(
        read(`${kind}.csv`)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
        { header: true, skipEmptyLines: true },
      );
      expect(data.map(({ id }) => id)).toEqual(json.items.map(({ id }) => id));
    }
  });

  test('a kind without records still says in its CSV file what it would hold', () => {
    const { data, errors } = Papa.parse<object>(
      read('corrections.csv')
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
      { header: true, skipEmptyLines: true },
    );
    expect([data, errors]).toEqual([[], []]);
    expect(read('corrections.csv').toString()).toContain('id,on,records,what,why,decidedBy');
  });

  test('a file is dated by its newest record, never by the build', () => {
    expect(JSON.parse(read('replies.json').toString())).toMatchObject({ date: '2022-04-20' });
    expect(JSON.parse(read('groups.json').toString())).toMatchObject({ date: null, items: [] });
  });

  test('the index names every file with its size and sha256', () => {
    const { files } = JSON.parse(read('index.json').toString()) as { files: { path: string; bytes: number; sha256: string }[] };
    const there = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name !== 'index.json',
    );
    expect(files).toHaveLength(there.length);
    for (const { path, bytes, sha256 } of files) {
      const content = readFileSync(join(folder, path));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
  });

  test('the archive holds all of it, and what explains it', () => {
    const archive = unzipSync(read('huiyin.zip'));
    for (const kind of KINDS) expect(strFromU8(archive[`${kind}.json`] ?? new Uint8Array())).toBe(read(`${kind}.json`).toString());
    for (const name of [
      'README.md',
      'LICENCE.txt',
      'dictionary.csv',
      'dictionary.json',
      'popolo.json',
      'datapackage.json',
      'schemas/proposals.json',
      'schemas/promises.json',
    ])
      expect(archive).toHaveProperty([name]);
    expect(strFromU8(archive['dictionary.csv'] ?? new Uint8Array())).toContain('proposals,lead,string');
  });

  test('equal records give equal bytes, down to the archive', async () => {
    const again = join(folder, 'again');
    await writeDataFiles(again, { ...order(), published: publishedRecords(loadRecords(join(folder, 'content'), TODAY).records, TODAY) });
    for (const name of readdirSync(join(folder, 'data')).filter((entry) => entry.includes('.')))
      expect(readFileSync(join(again, 'data', name)).equals(read(name)), name).toBe(true);
  });

  test('a kind larger than the limit is split by year, and nothing is lost', () => {
    const sets = dataSets(published, TODAY, 10);
    expect([...sets.keys()]).toContain('proposals-2022');
    expect([...sets.keys()]).not.toContain('proposals');
    expect([...sets.values()].filter(({ kind }) => kind === 'proposals').flatMap(({ items }) => items)).toHaveLength(1);
  });

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '＝1+1', '＋1', '－1', '＠x'])('no cell becomes a formula: %j', (text) => {
    const csv = toCsv([{ id: 'a1', text }]).replace(/^\uFEFF/, '');
    expect(Papa.parse<string[]>(csv).data[1]?.[1]).toBe(`'${text}`);
  });

  test('quotes, commas, line breaks and lists come back as they were', () => {
    const items = [
      { id: 'a1', text: '他说"好"，\n第二行,', list: ['甲', '乙'], deep: { a: { b: 1 } }, many: [{ x: 1 }] },
      { id: 'a2', other: true },
    ];
    const { data } = Papa.parse<Record<string, string>>(toCsv(items).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
    expect(data[0]).toMatchObject({ text: '他说"好"，\n第二行,', list: '甲 | 乙', 'deep.a.b': '1', many: '[{"x":1}]' });
    expect(data[1]).toMatchObject({ id: 'a2', text: '', other: 'true' });
  });
});
