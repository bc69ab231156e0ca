import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from '../../../db/domain/records.ts';
import { dataPackage } from './data-package.ts';
import { dataSets } from '../../data-sets.ts';
import { packZip } from './pack-zip.ts';
import { toCsv } from './to-csv.ts';

export type WrittenData = { files: number; bytes: number };

/**
 * Writes the open data to `client/data/`: JSON and CSV of every kind, `huiyin.zip` with all of it and its description,
 * and `index.json`, which names each file with bytes and sha256. Equal records give equal bytes.
 */
export const writeDataFiles = async (client: string, records: Records, today: string): Promise<WrittenData> => {
  const folder = join(client, 'data');
  await mkdir(folder, { recursive: true });
  const files = new Map<string, Uint8Array>();
  for (const [name, set] of dataSets(records, today)) {
    files.set(`${name}.json`, Buffer.from(JSON.stringify(set)));
    files.set(`${name}.csv`, Buffer.from(toCsv(set.items)));
  }
  files.set('huiyin.zip', packZip(new Map([...files, ...dataPackage(records, files)])));
  const listed = [...files].map(([name, bytes]) => ({ path: `/data/${name}`, bytes: bytes.length, sha256: sha256(bytes) }));
  files.set('index.json', Buffer.from(JSON.stringify({ schemaVersion: 1, licence: records.site.licence, files: listed })));
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  return { files: files.size, bytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) };
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
