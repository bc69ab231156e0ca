import { KINDS, SHAPES } from '../../../db/domain/kinds.ts';
import type { Records } from '../../../db/domain/records.ts';
import { z } from 'zod';
import { dataWords as words } from '../../words/data.ts';
import { toCsv } from './to-csv.ts';

/**
 * What makes the open data readable on its own: README, licence, data dictionary, JSON Schemas, `datapackage.json`
 * (the Frictionless description that data tools read).
 */
export const dataPackage = (records: Records, files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> => {
  const { site } = records;
  const schemas = KINDS.map((kind) => [kind, z.toJSONSchema(SHAPES[kind], { io: 'output', unrepresentable: 'any' }) as Described] as const);
  const texts: [string, string][] = [
    ['README.md', words.readme(site.name, site.operator.name, site.licence)],
    ['LICENCE.txt', words.licence(site.licence)],
    ['dictionary.csv', dictionary(schemas)],
    ...schemas.map(([kind, schema]): [string, string] => [`schemas/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`]),
    ['datapackage.json', `${JSON.stringify(description(records, [...files.keys()]), null, 2)}\n`],
  ];
  return new Map(texts.map(([name, text]) => [name, Buffer.from(text)]));
};

const description = ({ site }: Records, names: string[]) => ({
  profile: 'data-package',
  name: 'huiyin',
  title: site.name,
  licenses: [{ name: site.licence }],
  sources: [{ title: site.operator.name }],
  resources: names.map((name) => ({
    name: name.replace('.', '-'),
    path: name,
    format: name.slice(name.lastIndexOf('.') + 1),
    encoding: 'utf-8',
  })),
});

type Described = { properties: Record<string, { description?: string; type?: string }>; required?: string[] };

const dictionary = (schemas: readonly (readonly [string, Described])[]): string =>
  toCsv(
    schemas.flatMap(([kind, { properties, required = [] }]) =>
      Object.entries(properties).map(([field, { description = '', type = '' }]) => ({
        kind,
        field,
        type,
        always: required.includes(field),
        meaning: description,
      })),
    ),
  );
