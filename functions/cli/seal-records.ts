import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../../db/domain/canonical.ts';
import { toHex } from '../../db/domain/hex.ts';
import { treeRoot } from '../../db/domain/merkle.ts';
import { publishedRecords } from '../../db/domain/published.ts';
import type { Records } from '../../db/domain/records.ts';
import { leavesOf, nameOf, sealedRecord, sealedState, sealLine, type Seal, type SealedRecord } from '../../db/domain/seal.ts';
import { sealChanges } from '../../db/domain/seal-changes.ts';
import { sealFile, sha256 } from '../../db/records/seals.ts';
import { ReleaseFaults } from '../release-faults.ts';
import { sealWords as words } from '../words/seal.ts';
import { checkSeals } from './release/check-seals.ts';

export type Sealed = { seal: Seal; added: number; changed: number; removed: number };

/**
 * Seals every record that is public on the day: adds what is new to `seals/`, then one line to `log.jsonl`.
 * @returns undefined where the last seal is of the same day and nothing has changed since
 * @param ratingsLog the lines of the ratings' log as published
 * @throws ReleaseFaults naming every record that was changed or taken away without a correction note, or saying where
 * the seals before do not hold together
 */
export const sealRecords = (contentDir: string, records: Records, today: string, ratingsLog: readonly string[] = []): Sealed | undefined => {
  const { log, logText, versions } = checkSeals(contentDir, true);
  const last = log.at(-1);
  if (last && last.date > today) throw new ReleaseFaults([], words.beforeLast(last.date));
  const ratings = ratingsHash(ratingsLog, log);
  const published = publishedRecords(records, today);
  const leaves = leavesOf(published, sha256);
  const before = new Map(sealedState(versions).map((version) => [nameOf(version), version]));
  const current = leaves.map(({ kind, id, item, hash }) => ({ kind, id, leaf: toHex(hash), item }));
  const { changes, refused, hidden } = sealChanges(current, last && { date: last.date, records: before }, [...published.corrections.values()]);
  if (refused.length > 0)
    throw new ReleaseFaults(
      refused.map(({ name, change }) => words[change](name)),
      words.refused(refused.length),
    );
  if (last && last.date === today && changes.length === 0 && ratings === last.ratings) return undefined;

  const seal: Seal = {
    seal: log.length + 1,
    date: today,
    root: toHex(
      treeRoot(
        sha256,
        leaves.map(({ hash }) => hash),
      ),
    ),
    count: leaves.length,
    ratings,
    before: last ? toHex(sha256(Buffer.from(logText.trimEnd().split('\n').at(-1) ?? ''))) : null,
  };
  for (const { seal: number } of hidden.length > 0 ? log : []) hideItems(contentDir, number, new Set(hidden));
  writeWhole(join(contentDir, sealFile(seal.seal)), changes.map((record) => `${canonicalJson(record)}\n`).join(''));
  // Last, and by one rename: until the line is there, the seal has not happened.
  writeWhole(join(contentDir, 'log.jsonl'), `${logText}${sealLine(seal)}\n`);
  const removed = changes.filter(({ leaf }) => leaf === null).length;
  const changed = changes.filter((record) => record.leaf !== null && before.has(nameOf(record))).length;
  return { seal, added: changes.length - changed - removed, changed, removed };
};

/**
 * What a seal says of the ratings: SHA-256 of the last published line of their log, in which every line names the one
 * before. No log (another machine, a site that rates nothing) keeps what the last seal said.
 */
const ratingsHash = (lines: readonly string[], log: readonly Seal[]): string | null => {
  const before = log.findLast(({ ratings }) => ratings !== null)?.ratings ?? null;
  if (lines.length === 0) return before;
  const hashes = lines.map((line) => toHex(sha256(Buffer.from(line))));
  if (before !== null && !hashes.includes(before)) throw new ReleaseFaults([], words.ratingsLost);
  return hashes.at(-1) ?? null;
};

/** Takes the texts of records out of an earlier seal; their leaves stay, so that its root can still be computed. */
const hideItems = (contentDir: string, seal: number, names: ReadonlySet<string>): void => {
  const file = join(contentDir, sealFile(seal));
  const kept = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const record: SealedRecord = sealedRecord.parse(JSON.parse(line));
      const { item: _, ...hashOnly } = record;
      return canonicalJson(names.has(nameOf(record)) ? hashOnly : record);
    });
  writeWhole(file, kept.map((line) => `${line}\n`).join(''));
};

const writeWhole = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, text);
  renameSync(`${file}.partial`, file);
};
