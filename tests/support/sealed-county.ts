/** A county that can be edited and sealed, and the open data made from it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { publishedRecords } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';
import { readSeals } from '../../db/records/seals.ts';
import { currentLeaves } from '../../functions/cli/release/proof-texts.ts';
import { writeDataFiles } from '../../functions/cli/release/write-data-files.ts';
import { sealRecords, type Sealed } from '../../functions/cli/seal-records.ts';
import { writeTinyContent } from './tiny-content.ts';

export type SealedCounty = {
  content: string;
  /** Replaces a text in a record's file. */
  edit: (file: string, from: string | RegExp, to: string) => void;
  write: (file: string, text: string) => void;
  /** @throws ReleaseFaults as `npm run seal` would print them */
  seal: (today: string, ratingsLog?: readonly string[]) => Sealed | undefined;
  /** Writes the open data as publish does and returns its folder. */
  publish: (today: string) => Promise<string>;
  /** The same as files of the unpacked archive. */
  archive: (today: string) => Promise<Map<string, Uint8Array>>;
  remove: () => void;
};

/** A copy of the sample county, or the tiny one. */
export const sealedCounty = (of: 'sample' | 'tiny'): SealedCounty => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-seal-'));
  const content = join(folder, 'content');
  if (of === 'sample') cpSync('content', content, { recursive: true });
  else writeTinyContent(content);
  const recordsOn = (today: string) => {
    const { records, faults } = loadRecords(content, today);
    if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
    return records;
  };
  const publish = async (today: string): Promise<string> => {
    const published = publishedRecords(recordsOn(today), today);
    await writeDataFiles(folder, {
      published,
      snapshot: undefined,
      seals: readSeals(content),
      current: currentLeaves(published),
      siteUrl: 'https://rd.example.cn',
      today,
    });
    return join(folder, 'data');
  };
  return {
    content,
    edit: (file, from, to) => {
      const path = join(content, file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} does not hold ${String(from)}`);
      writeFileSync(path, after);
    },
    write: (file, text) => {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    },
    seal: (today, ratingsLog) => sealRecords(content, recordsOn(today), today, ratingsLog),
    publish,
    archive: async (today) => new Map(Object.entries(unzipSync(readFileSync(join(await publish(today), 'huiyin.zip'))))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
