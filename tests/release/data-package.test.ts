import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Package, validate } from 'datapackage';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedRecords } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';
import { readSeals } from '../../db/records/seals.ts';
import { dictionary } from '../../functions/dictionary.ts';
import { currentLeaves } from '../../functions/cli/release/proof-texts.ts';
import { writeDataFiles } from '../../functions/cli/release/write-data-files.ts';

const TODAY = '2026-11-22';
type Resource = { name: string; path: string; profile: string; bytes: number; hash: string };
let folder: string;
let resources: Resource[];
const read = (name: string): Buffer => readFileSync(join(folder, 'zip', name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-package-'));
  const published = publishedRecords(loadRecords('content', TODAY).records, TODAY);
  await writeDataFiles(folder, {
    published,
    snapshot: undefined,
    seals: readSeals('content'),
    current: currentLeaves(published),
    siteUrl: 'https://rd.example.cn',
    today: TODAY,
  });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(folder, 'data/huiyin.zip'))))) {
    mkdirSync(dirname(join(folder, 'zip', name)), { recursive: true });
    // The validator's reader takes a byte order mark for a part of the first column's name.
    writeFileSync(join(folder, 'zip', name), name.endsWith('.csv') ? bytes.subarray(3) : bytes);
  }
  ({ resources } = JSON.parse(read('datapackage.json').toString()) as { resources: Resource[] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the archive is a Data Package', () => {
  test('its description passes the validator of Frictionless Data, and a broken one does not', async () => {
    const description = JSON.parse(read('datapackage.json').toString()) as object;
    expect(await validate(description)).toEqual({ valid: true, errors: [] });
    expect(await validate({ ...description, resources: [{ path: 'a.csv' }] })).toMatchObject({ valid: false });
  });

  test('every CSV file reads, row by row, as its schema says', async () => {
    const opened = await Package.load(join(folder, 'zip/datapackage.json'));
    const tables = opened.resources.filter(({ tabular }) => tabular);
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const rows = await table.read({ keyed: true });
      const { items } = JSON.parse(read(`${table.name.replace(/-csv$/, '')}.json`).toString()) as { items?: object[] };
      if (items) expect([table.name, rows.length]).toEqual([table.name, items.length]);
    }
  });

  test('names every file of the archive with its size and digest', () => {
    const archive = unzipSync(readFileSync(join(folder, 'data/huiyin.zip')));
    expect(resources.map(({ path }) => path).toSorted()).toEqual(
      Object.keys(archive)
        .filter((name) => name !== 'datapackage.json')
        .toSorted(),
    );
    for (const { path, bytes, hash } of resources) {
      const content = archive[path] ?? new Uint8Array();
      expect([path, content.length, `sha256:${createHash('sha256').update(content).digest('hex')}`]).toEqual([path, bytes, hash]);
    }
  });
});

describe('the data dictionary', () => {
  const classes = dictionary();

  test('says of every class and every field what it means', () => {
    const missing = classes.flatMap(({ kind, meaning, fields }) => [
      ...(meaning ? [] : [kind]),
      ...fields.filter((field) => !field.meaning).map(({ path }) => `${kind}.${path}`),
    ]);
    expect(missing, 'give the field a .describe(…) in its shape, or a line in functions/words/dictionary.ts').toEqual([]);
  });

  test('documents our own classes down to their parts', () => {
    const fieldsOf = (name: string) => classes.find((entry) => entry.class === name)?.fields.map(({ path }) => path);
    expect(fieldsOf('Proposal')).toEqual(expect.arrayContaining(['lead', 'events[].to[].unit', 'disclosure.decidedBy']));
    expect(fieldsOf('Reply')).toEqual(expect.arrayContaining(['result.class', 'feedback.result', 'promises[].due']));
    expect(fieldsOf('Promise')).toEqual(expect.arrayContaining(['reply', 'proposal', 'due', 'state']));
    expect(fieldsOf('Report')).toEqual(expect.arrayContaining(['mandate', 'hallBallot.satisfied']));
    expect(fieldsOf('Rating')).toEqual(expect.arrayContaining(['report', 'n', 'distribution.*.satisfied']));
  });

  test('knows every field of every published item', () => {
    const seen = (value: unknown, path: string): string[] =>
      Array.isArray(value)
        ? value.flatMap((entry) => seen(entry, `${path}[]`))
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([name, inner]) => [`${path}.${name}`, ...seen(inner, `${path}.${name}`)])
          : [];
    for (const { kind, fields } of classes) {
      const { items } = JSON.parse(read(`${kind}.json`).toString()) as { items: object[] };
      const known = new Set(fields.map(({ path }) => `.${path}`));
      expect([kind, [...new Set(items.flatMap((item) => seen(item, '')))].filter((path) => !known.has(path))]).toEqual([kind, []]);
    }
  });
});
