import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ParsedBefore } from '../../../db/records/read-file.ts';

type Fields = Record<string, unknown>;
const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  dependencies: Record<string, string>;
};
/** Another parser, or another Node that writes values in another way, begins anew. */
const MADE_BY = `yaml ${dependencies['yaml']}, node ${process.version}`;

const keyOf = (yaml: string): string => hash('sha256', yaml, 'base64url');

/** The fields of records that the run before parsed, from DATA_DIR; `save` keeps those of this run. A file that cannot be read is as none. */
export const openParsedBefore = (dataDir: string): ParsedBefore & { save: () => void } => {
  const path = join(dataDir, 'bundles', 'records.bin');
  const known = read(path);
  const used = new Map<string, Fields>();
  return {
    find: (yaml) => known.get(keyOf(yaml)),
    keep: (yaml, fields) => void used.set(keyOf(yaml), fields),
    save: () => {
      if (used.size === known.size && used.keys().every((key) => known.has(key))) return;
      writeFileSync(`${path}.next`, serialize({ madeBy: MADE_BY, fields: used }), { mode: 0o600 });
      renameSync(`${path}.next`, path);
    },
  };
};

const read = (path: string): ReadonlyMap<string, Fields> => {
  try {
    const { madeBy, fields } = deserialize(readFileSync(path)) as { madeBy: string; fields: Map<string, Fields> };
    return madeBy === MADE_BY ? fields : new Map();
  } catch {
    return new Map();
  }
};
