/** The open data files that publish writes after rendering: their names, how many records they hold, and how large they are. */
import type { Kind } from '../../db/domain/kinds.ts';
import { publishedRecords } from '../../db/domain/published.ts';
import { dataSets } from '../../functions/data-sets.ts';
import { oncePer } from './county.ts';

export type DataFile = {
  kind: Kind;
  /** Without ending: `proposals`, `proposals-2024`. */ name: string;
  year: string | undefined;
  count: number;
  jsonBytes: number;
};

export const dataFiles = oncePer(({ records, today }): DataFile[] =>
  [...dataSets(publishedRecords(records, today), today)].map(([name, set]) => ({
    kind: set.kind,
    name,
    year: name === set.kind ? undefined : name.slice(set.kind.length + 1),
    count: set.items.length,
    jsonBytes: Buffer.byteLength(JSON.stringify(set)),
  })),
);
