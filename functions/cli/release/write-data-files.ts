import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toHex } from '../../../db/domain/hex.ts';
import type { Records } from '../../../db/domain/records.ts';
import type { SealedLeaf, Seals } from '../../../db/domain/seal.ts';
import type { Snapshot } from '../../../db/domain/snapshot.ts';
import { sha256 } from '../../../db/records/seals.ts';
import { dataSets } from '../../data-sets.ts';
import { derivedSets, publishedTallies } from '../../derived-sets.ts';
import { dataWords as words } from '../../words/data.ts';
import { dataPackage, type DescribedTable } from './data-package.ts';
import { dictionary, schemaOf } from '../../dictionary.ts';
import { packZip } from './pack-zip.ts';
import { popolo } from './popolo/popolo.ts';
import { proofTexts } from './proof-texts.ts';
import { tableToCsv, toCsv, toTable } from '../../to-csv.ts';

export type WrittenData = { files: number; bytes: number };
export type DataOrder = {
  published: Records;
  snapshot: Snapshot | undefined;
  seals: Seals;
  current: readonly SealedLeaf[];
  siteUrl: string;
  today: string;
};

const VERIFIERS = ['verify.mjs', 'verify-ratings.mjs'];

/**
 * Writes the open data to `client/data/`: JSON and CSV of every kind, Popolo, the dictionary, the seals and the program
 * that checks them, `huiyin.zip` with all of it and its description, the proofs, and `index.json`, which names each file
 * with bytes and sha256. Equal records give equal bytes.
 */
export const writeDataFiles = async (client: string, order: DataOrder): Promise<WrittenData> => {
  const files = await dataFilesOf(order);
  for (const [name, bytes] of files) {
    const path = join(client, 'data', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  return { files: files.size, bytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) };
};

const dataFilesOf = async ({ published, snapshot, seals, current, siteUrl, today }: DataOrder): Promise<Map<string, Uint8Array>> => {
  const { site } = published;
  const files = new Map<string, Uint8Array>();
  const tables = new Map<string, DescribedTable>();
  const add = (name: string, text: string): void => void files.set(name, Buffer.from(text));
  const classes = dictionary();
  const fieldsOf = (kind: string): string[] =>
    (classes.find((entry) => entry.kind === kind)?.fields ?? []).map(({ path }) => path).filter((path) => /^\w+$/.test(path));
  const sets = dataSets(published, today);
  for (const [name, set] of [...sets, ...derivedSets(published, snapshot, today)]) {
    const table = toTable(set.items, fieldsOf(set.kind));
    tables.set(`${name}.csv`, { kind: set.kind, table });
    add(`${name}.json`, JSON.stringify(set));
    add(`${name}.csv`, tableToCsv(table));
  }
  const { leaves, proofs } = proofTexts(
    current,
    seals,
    [...sets].map(([name, { kind }]) => ({ file: `${name}.json`, kind })),
  );
  add('popolo.json', JSON.stringify(popolo(published, siteUrl, today)));
  add('dictionary.json', JSON.stringify({ schemaVersion: 1, licence: site.licence, classes }));
  add('seals.jsonl', seals.logText);
  add('ratings-log.jsonl', (snapshot?.ratingsLog ?? []).map((line) => `${line}\n`).join(''));
  add('tallies.json', JSON.stringify({ schemaVersion: 1, licence: site.licence, items: publishedTallies(published, snapshot) }));
  add('leaves.json', leaves);
  for (const name of VERIFIERS) files.set(name, await readFile(new URL(`assets/${name}`, import.meta.url)));
  files.set('huiyin.zip', packZip(archiveOf(published, siteUrl, files, tables)));
  for (const [name, text] of proofs) add(`proofs/${name}`, text);
  const listed = [...files].map(([name, bytes]) => ({ path: `/data/${name}`, bytes: bytes.length, sha256: toHex(sha256(bytes)) }));
  add('index.json', JSON.stringify({ schemaVersion: 1, licence: site.licence, files: listed }));
  return files;
};

/** The archive: the data files, and what explains them to people and to tools. */
const archiveOf = (
  { site }: Records,
  siteUrl: string,
  files: ReadonlyMap<string, Uint8Array>,
  tables: ReadonlyMap<string, DescribedTable>,
): Map<string, Uint8Array> => {
  const classes = dictionary();
  const archive = new Map(files);
  const pack = (name: string, text: string): void => void archive.set(name, Buffer.from(text));
  const fields = classes.flatMap(({ kind, fields: own }) =>
    own.map(({ path, type, always, values = [], refersTo = [], meaning }) => ({ kind, path, type, always, values, refersTo, meaning })),
  );
  pack('README.md', words.readme(site.name, site.operator.name, site.licence));
  pack('LICENCE.txt', words.licence(site.licence));
  pack('dictionary.csv', toCsv(fields));
  for (const { kind } of classes) pack(`schemas/${kind}.json`, `${JSON.stringify(schemaOf(kind), null, 2)}\n`);
  pack('datapackage.json', `${JSON.stringify(dataPackage(site, siteUrl, archive, tables, classes), null, 2)}\n`);
  return archive;
};
