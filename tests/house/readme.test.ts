import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceText } from '../support/source-files.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const scripts = Object.keys((JSON.parse(sourceText('package.json')) as { scripts: Record<string, string> }).scripts);

test('every path that the README names is there', () => {
  const linked = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '');
  const named = [...readme.matchAll(/`((?:site|functions|db|content|tests)\/[\w/.-]+)`/g)].map(([, path]) => path ?? '');
  expect(linked.length).toBeGreaterThan(10);
  expect([...linked, ...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every command that the README names exists, and the contract commands are in it', () => {
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  for (const name of [
    'start',
    'dev',
    'check',
    'check:content',
    'build',
    'build:cloudflare',
    'publish',
    'rollback',
    'serve',
    'migrate',
    'bench',
    'sample',
    'new',
    'new-county',
    'codes',
    'seal',
  ])
    expect(readme).toMatch(new RegExp(`\\b${name}\\b`));
});

test('the README documents exactly the settings that are read', () => {
  const shape = sourceText('functions/settings.ts');
  const read = new Set(
    [...shape.matchAll(/^ {2}([A-Z][A-Z_]+):/gm), ...shape.matchAll(/\b(CODE_PEPPER|CONTACT_KEY|SESSION_SECRET): key/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  const table = /## Settings\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  const documented = new Set(
    [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? '')),
  );
  expect([...documented].toSorted()).toEqual([...read].toSorted());
});

test('the lockfile carries no download addresses', () => {
  expect(sourceText('package-lock.json')).not.toContain('"resolved": "http');
});
