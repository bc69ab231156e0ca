import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, Part } from '../../../db/domain/find/entry.ts';
import { writeCrossings, type Plan } from '../../../db/domain/find/plan.ts';
import { prepare } from '../../../db/domain/find/rank.ts';
import { foldMap, foldName } from '../../../db/domain/fold.ts';
import type { CivilDate } from '../../../db/domain/record-fields.ts';
import type { Records } from '../../../db/domain/records.ts';
import { findEntries } from './find-entries.ts';
import { spreadEntries } from './find-files.ts';
import { keysOf } from './find-keys.ts';
import { readingsOf } from './find-readings.ts';
import { rootNames } from './find-roots.ts';
import { foldScript, foldTable } from './fold-script.ts';

/** The folder of all names; below it one folder, named by its content, holds the files. */
export const NAMES = 'find/names';

export type FindIndex = { plan: Plan; files: Part[] };

let made: { records: Records; today: CivilDate; index: FindIndex } | undefined;

/** Names for the look-up of a county on a day: the plan that its page holds, and the files that the plan leads to. */
export const findIndexOf = (records: Records, today: CivilDate): FindIndex => {
  // The page and the files ask for the same; the records of a publish never change.
  if (made?.records !== records || made.today !== today) made = { records, today, index: makeIndex(records, today) };
  return made.index;
};

const makeIndex = (records: Records, today: CivilDate): FindIndex => {
  const unread = findEntries(records, today);
  const roots = rootNames(records);
  const fold = sortedFold(
    foldTable(charactersOf([...roots, ...unread.flatMap(({ names, marker, place }) => [...names.map(({ text }) => text), marker, ...place])])),
  );
  const map = foldMap(...fold);
  const foldedRoots = [...new Set(roots.map((name) => foldName(name, map)))]
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length);
  const entries = unread.map((entry): Entry => ({
    ...entry,
    readings: entry.kind === 'constituency' ? [] : entry.names.map(({ text }) => readingsOf(foldName(text, map))),
  }));
  const { crossings, files, spare } = spreadEntries(
    entries,
    entries.map((entry) => keysOf(prepare(entry, map, foldedRoots))),
  );
  const plan = { files: files.length, crossings: writeCrossings(crossings), fold, roots: foldedRoots, spare };
  const digest = createHash('sha256').update(JSON.stringify([plan, files]));
  return { plan: { folder: digest.digest('hex').slice(0, 12), ...plan }, files };
};

/** The pairs in the order of the Simplified characters, which packs best. */
const sortedFold = (table: string): Plan['fold'] => {
  const pairs = (table.match(/../gsu) ?? []).toSorted((a, b) => (a.slice(1) < b.slice(1) ? -1 : 1));
  return [pairs.map((pair) => pair.slice(0, 1)).join(''), pairs.map((pair) => pair.slice(1)).join('')];
};

/** Every character that a folded name may hold. */
const charactersOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => Array.from(foldScript(text.normalize('NFKC')))));

/** Writes the files to `client/find/names/`, and the plan beside them for the API. */
export const writeFindIndex = async (client: string, records: Records, today: CivilDate): Promise<number> => {
  const { plan, files } = findIndexOf(records, today);
  const folder = join(client, NAMES, plan.folder);
  await mkdir(folder, { recursive: true });
  for (const [file, part] of files.entries()) await writeFile(join(folder, `${file}.json`), JSON.stringify(part));
  await writeFile(join(client, NAMES, 'plan.json'), JSON.stringify(plan));
  return files.length;
};
