import { createHash } from 'node:crypto';
import type { Kind } from '../../../db/domain/kinds.ts';
import type { DerivedKind } from '../../../db/domain/open-data.ts';
import type { Site } from '../../../db/domain/site.ts';
import { dataWords as words } from '../../words/data.ts';
import type { DictionaryClass } from '../../dictionary.ts';
import { tableSchema } from './table-schema.ts';
import type { Table } from '../../to-csv.ts';

/** A CSV file as the table that it was written from. */
export type DescribedTable = { kind: Kind | DerivedKind; table: Table };

/**
 * `datapackage.json` (Frictionless Data Package): every file of the archive with size and digest, and of every CSV file
 * each column with type and meaning, so that data tools can open all of it.
 */
export const dataPackage = (
  { name, operator, licence }: Site,
  siteUrl: string,
  files: ReadonlyMap<string, Uint8Array>,
  tables: ReadonlyMap<string, DescribedTable>,
  classes: readonly DictionaryClass[],
): object => ({
  profile: 'data-package',
  name: 'huiyin',
  title: name,
  homepage: siteUrl,
  licenses: [{ name: licence, path: words.licencePages[licence] }],
  sources: [{ title: operator.name, path: siteUrl }],
  resources: [...files].map(([path, bytes]) => {
    const described = tables.get(path);
    const { meaning } = classes.find(({ kind }) => kind === described?.kind) ?? {};
    return {
      profile: described ? 'tabular-data-resource' : 'data-resource',
      name: path.replaceAll(/[^a-z0-9-]/gi, '-').toLowerCase(),
      path,
      ...(meaning && { description: meaning }),
      format: path.slice(path.lastIndexOf('.') + 1),
      mediatype: MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)],
      encoding: 'utf-8',
      bytes: bytes.length,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      ...(described && {
        dialect: DIALECT,
        schema: tableSchema(described.table, classes.find(({ kind }) => kind === described.kind) as DictionaryClass),
      }),
    };
  }),
});

/** RFC 4180: tools need not guess. */
const DIALECT = { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true };

const MEDIA_TYPES: Record<string, string> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain',
  mjs: 'text/javascript',
};
