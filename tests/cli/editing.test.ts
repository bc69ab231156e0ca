import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULT_CODES } from '../../db/domain/fault-code.ts';
import { KINDS } from '../../db/domain/kinds.ts';
import { jsonSchemaOf } from '../../functions/cli/json-schema.ts';
import { sourceTexts } from '../support/source-files.ts';

const root = join(import.meta.dirname, '../..');
const run = (script: string, args: string[], contentDir: string) =>
  spawnSync(process.execPath, [join(root, 'functions/cli', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: contentDir },
  });
const newCounty = (): string => {
  const dir = join(mkdtempSync(join(tmpdir(), 'huiyin-')), 'county');
  execFileSync(process.execPath, [join(root, 'functions/cli/new-county.ts'), dir], { cwd: root });
  return dir;
};

test('a new county passes the check as it stands, with an example of every kind', () => {
  const dir = newCounty();
  const checked = run('check-content.ts', [], dir);
  expect(checked.stdout).toContain('没有问题');
  expect(checked.status).toBe(0);
});

test('a folder that holds something is not overwritten', () => {
  const dir = newCounty();
  const again = run('new-county.ts', [dir], dir);
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('不是空文件夹')]);
});

test.each(KINDS.filter((kind) => kind !== 'site'))('a new record of kind %s starts from an example that passes the check', (kind) => {
  const dir = newCounty();
  const started = run('new-record.ts', [kind, 'zz-brand-new'], dir);
  expect(started.status).toBe(0);
  // A second term, calendar or reply of the same number is refused rightly; nothing else may be.
  const faults = run('check-content.ts', [], dir)
    .stdout.split('\n')
    .filter((line) => line.includes('zz-brand-new') && !line.startsWith('    '));
  expect(faults.filter((line) => !/^(terms|calendars|replies)\//.test(line) && !/\bconstituency$/.test(line))).toEqual([]);
});

test('a record that exists is never overwritten, a bad id and an unknown kind are refused with a sentence', () => {
  const dir = newCounty();
  writeFileSync(join(dir, 'people/mine.md'), 'my work');
  expect(run('new-record.ts', ['people', 'mine'], dir).stderr).toContain('已有记录');
  expect(readFileSync(join(dir, 'people/mine.md'), 'utf8')).toBe('my work');
  expect(run('new-record.ts', ['people', '../../etc'], dir)).toMatchObject({ status: 1, stderr: expect.stringContaining('不能用') });
  expect(run('new-record.ts', ['persons'], dir)).toMatchObject({ status: 1, stderr: expect.stringContaining('可用的种类') });
});

test('the check exits 1 and names file, line and field', () => {
  const dir = newCounty();
  writeFileSync(join(dir, 'areas/bad.yaml'), 'name: 坏村\nkind: hamlet\n');
  const { status, stdout } = run('check-content.ts', [], dir);
  expect(status).toBe(1);
  expect(stdout).toContain('areas/bad.yaml:2 kind');
});

test.each([...KINDS])('content/schemas/%s.json is what the shape says (npm run schemas)', (kind) => {
  expect(readFileSync(join(root, `content/schemas/${kind}.json`), 'utf8')).toBe(jsonSchemaOf(kind));
});

test('no fault code is left over: each is given somewhere', () => {
  const texts = sourceTexts('db/domain', 'db/records')
    .filter((text) => !text.includes('FAULT_CODES = '))
    .join('\n');
  expect(FAULT_CODES.filter((code) => !new RegExp(`['\`]${code}[':\`]`).test(texts))).toEqual([]);
});
