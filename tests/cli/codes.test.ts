import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/run-program.ts';

const issue = (file: string, dataDir: string) => {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync(process.execPath, [join(ROOT, 'functions/cli/codes.ts'), 'issue', '--reports', 'r', '--count', '3', '--csv', file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, HOME, DATA_DIR: dataDir },
  });
};

test('codes are not made for a file that is there already: nobody could hand them out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-codes-'));
  const file = join(folder, 'codes.csv');
  writeFileSync(file, 'codes of last year');
  const { status, stderr } = issue(file, join(folder, 'data'));
  expect([status, stderr]).toEqual([1, expect.stringContaining('已经存在')]);
  expect(readFileSync(file, 'utf8')).toBe('codes of last year');
  expect(existsSync(join(folder, 'data/huiyin.db'))).toBe(false);
});

test('where no codes could be made, no empty file is left behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-codes-'));
  const file = join(folder, 'codes.csv');
  expect(issue(file, join(folder, 'data')).status).toBe(1);
  expect(existsSync(file)).toBe(false);
});
