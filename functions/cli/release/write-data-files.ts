import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Records } from '../../../db/domain/records.ts';
import type { Snapshot } from '../../../db/domain/snapshot.ts';
import { dataSets } from '../../data-sets.ts';
import { derivedSets } from '../../derived-sets.ts';
import { dataWords as words } from '../../words/data.ts';
import { dataPackage, type DescribedTable } from './data-package.ts';
import { dictionary, schemaOf } from './dictionary.ts';
import { packZip } from './pack-zip.ts';
import { popolo } from './popolo/popolo.ts';
import { tableToCsv, toCsv, toTable } from './to-csv.ts';

export type WrittenData = { files: number; bytes: number };
export type DataOrder = { published: Records; snapshot: Snapshot | undefined; siteUrl: string; today: string };

/**
 * Writes the open data to `client/data/`: JSON and CSV of every kind, Popolo, the dictionary, `huiyin.zip` with all of
 * it and its description, and `index.json`, which names each file with bytes and sha256. Equal records give equal bytes.
 */
export const writeDataFiles = async (client: string, { published, snapshot, siteUrl, today }: DataOrder): Promise<WrittenData> => {
  const { site } = published;
  const files = new Map<string, Uint8Array>();
  const tables = new Map<string, DescribedTable>();
  const classes = dictionary();
  const add = (name: string, text: string): void => void files.set(name, Buffer.from(text));
  for (const [name, set] of [...dataSets(published, today), ...derivedSets(published, snapshot, today)]) {
    const table = toTable(set.items);
    tables.set(`${name}.csv`, { kind: set.kind, table });
    add(`${name}.json`, JSON.stringify(set));
    add(`${name}.csv`, tableToCsv(table));
  }
  add('popolo.json', JSON.stringify(popolo(published, siteUrl, today)));
  add('dictionary.json', JSON.stringify({ schemaVersion: 1, licence: site.licence, classes }));

  const archive = new Map(files);
  const pack = (name: string, text: string): void => void archive.set(name, Buffer.from(text));
  pack('README.md', words.readme(site.name, site.operator.name, site.licence));
  pack('LICENCE.txt', words.licence(site.licence));
  pack('dictionary.csv', toCsv(classes.flatMap(({ kind, fields }) => fields.map(({ path, type, always, values, refersTo, meaning }) => ({ kind, path, type, always, values: values ?? [], refersTo: refersTo ?? [], meaning })))));
  for (const { kind } of classes) pack(`schemas/${kind}.json`, `${JSON.stringify(schemaOf(kind), null, 2)}\n`);
  pack('datapackage.json', `${JSON.stringify(dataPackage(site, siteUrl, archive, tables, classes), null, 2)}\n`);
  files.set('huiyin.zip', packZip(archive));

  const listed = [...files].map(([name, bytes]) => ({ path: `/data/${name}`, bytes: bytes.length, sha256: sha256(bytes) }));
  add('index.json', JSON.stringify({ schemaVersion: 1, licence: site.licence, files: listed }));
  for (const [name, bytes] of files) {
    const path = join(client, 'data', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  return { files: files.size, bytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) };
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
