import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles, sourceText } from '../support/source-files.ts';

const root = join(import.meta.dirname, '../..');
const files = sourceFiles(['site', 'functions', 'db']);

/** Relative imports of a file, as paths from the project; `import type` counts too: a type is knowledge. */
function importsOf(file: string): string[] {
  return [...sourceText(file).matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map(([, path]) =>
    normalize(join(dirname(file), (path ?? '').split('?')[0] ?? '')),
  );
}
const packagesOf = (file: string): string[] =>
  [...sourceText(file).matchAll(/^\s*(?:import|export)[^'"]*from\s*['"]([^.'"][^'"]*)['"]/gm)].map(([, name]) => name ?? '');

/** The rooms, and what each may import. The first that fits a path is its room. */
const ROOMS: [string, RegExp][] = [
  ['domain', /^db\/domain\//],
  ['records', /^db\/records\//],
  ['tables', /^db\/(tables|migrations)\//],
  ['queries', /^db\/queries\//],
  ['client', /^db\//],
  ['cli', /^functions\/cli\//],
  ['functions', /^functions\//],
  ['siteQueries', /^site\/queries\//],
  ['site', /^site\//],
];
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['domain'],
  records: ['records', 'domain'],
  tables: ['tables', 'domain'],
  client: ['client', 'tables', 'domain'],
  queries: ['queries', 'client', 'tables', 'domain'],
  functions: ['functions', 'queries', 'client', 'domain'],
  cli: ['cli', 'functions', 'queries', 'client', 'records', 'domain'],
  siteQueries: ['siteQueries', 'site', 'functions', 'records', 'domain'],
  site: ['site', 'siteQueries', 'functions', 'domain'],
};
const roomOf = (path: string): string => ROOMS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'outside';

describe('imports point one way', () => {
  test.each(files)('%s', (file) => {
    const allowed = MAY_IMPORT[roomOf(file)] ?? [];
    const wrong = importsOf(file).filter((path) => !allowed.includes(roomOf(path)));
    expect(wrong).toEqual([]);
  });
});

test('every relative import names a file that exists', () => {
  const missing = files.flatMap((file) =>
    importsOf(file)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${file} → ${path}`),
  );
  expect(missing).toEqual([]);
});

test('the domain imports zod and nothing else', () => {
  const foreign = files
    .filter((file) => roomOf(file) === 'domain')
    .flatMap(packagesOf)
    .filter((name) => name !== 'zod');
  expect(foreign).toEqual([]);
});

test('only db holds SQL', () => {
  const sql = /\b(SELECT\s+[\w*("]|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)/;
  expect(files.filter((file) => !file.startsWith('db/') && sql.test(sourceText(file)))).toEqual([]);
  expect(files.filter((file) => !file.startsWith('db/') && packagesOf(file).some((name) => name.startsWith('drizzle-orm')))).toEqual([]);
});

test('files stay short: at most 200 lines, tables of words aside', () => {
  const long = files.filter((file) => !/\/words\//.test(file) && sourceText(file).split('\n').length > 200);
  expect(long).toEqual([]);
});
