/** A data folder with a report that may be rated and printed codes for it, made through the operator's own acts. */
import { join } from 'node:path';
import type { Database } from '../../db/client.ts';
import { openCalls } from '../../functions/cli/open-calls.ts';
import type { Issued } from '../../functions/acts/issue-codes.ts';
import { switchTo } from '../../functions/cli/release/shelf.ts';
import { readNodeSettings } from '../../functions/node-settings.ts';
import { writeHandMadeRelease } from '../support/hand-made-release.ts';
import { testRelease } from '../support/release.ts';
import { benchFolder } from './bench-folder.ts';

export const REPORT = 'report-1';
/** One rating as a voter gives it who grades everything. */
export const GRADES = {
  overall: 'satisfied',
  duties: 'satisfied',
  sessions: 'basicallySatisfied',
  contact: 'satisfied',
  study: 'dissatisfied',
  deeds: 'satisfied',
} as const;
export const WINDOW = { opens: '2020-01-01T00:00:00Z', closes: '2099-01-01T00:00:00Z' };

export type Vote = { dataDir: string; database: string; codes: string[]; remove: () => void };

/** Opens a vote with `count` codes, which are kept nowhere else. */
export async function openVote(count: number): Promise<Vote> {
  const { folder: dataDir, remove } = benchFolder();
  await writeHandMadeRelease(dataDir, testRelease.id, {
    'data/release.json': JSON.stringify(testRelease),
    '404.html': '<!doctype html><html></html>',
  });
  await switchTo(dataDir, testRelease.id);
  const { call, close } = await openCalls(readNodeSettings({ DATA_DIR: dataDir }));
  const { codes } = (await call('issueCodes', { reportIds: [REPORT], count })) as Issued;
  await call('openRating', { reportIds: [REPORT], ...WINDOW });
  await close();
  return { dataDir, database: join(dataDir, 'huiyin.db'), codes, remove };
}

/** @throws where the database does not hold exactly as many claims and grades as ratings were acknowledged */
export async function checkKept({ client }: Database, acknowledged: number): Promise<void> {
  const counts = ['rating_claims', 'rating_grades'].map((table) => `SELECT count(*) AS kept FROM ${table}`);
  const kept = (await client.batch(counts, 'read')).map(({ rows }) => Number(rows[0]?.kept));
  if (kept.some((count) => count !== acknowledged)) throw new Error(`${acknowledged} ratings acknowledged, kept: ${kept.join(', ')}`);
}
