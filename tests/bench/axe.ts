/** axe on every kind of page in every language and appearance: the test that CI runs in pairs, in full. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/run-program.ts';
import type { Result } from './result.ts';

export function benchAxe(): Result[] {
  const run = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      'site',
      'tests/built/axe.test.ts',
      '-t',
      'in any language and appearance',
    ],
    {
      cwd: ROOT,
      env: { ...process.env, AXE: 'full', NODE_ENV: 'test' },
      encoding: 'utf8',
    },
  );
  const [, pages = '0'] = /(\d+) pages,/.exec(run.stdout) ?? [];
  if (run.status !== 0) console.log(run.stdout.slice(-6000));
  return [
    {
      name: `axe: failed runs over ${pages} pages in four appearances`,
      ours: run.status === 0 && pages !== '0' ? 0 : 1,
      unit: 'of 1',
      goal: { atMost: 0 },
    },
  ];
}
