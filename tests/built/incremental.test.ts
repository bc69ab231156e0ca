import { cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { seeded } from '../bench/large-county.ts';
import { differentFiles } from '../support/compare-releases.ts';
import { editAtRandom } from '../support/random-edits.ts';
import { ROOT, startProgram } from '../support/run-program.ts';
import { TODAY } from '../support/sample-site.ts';

const work = mkdtempSync(join(tmpdir(), 'huiyin-incremental-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A data folder with the programs of the sample site, and with its release where pages may be taken over. */
const dataFolder = (name: string, withRelease: boolean): string => {
  const folder = join(work, name);
  const { release } = inject('site');
  const releases = dirname(release);
  mkdirSync(join(folder, 'releases'), { recursive: true });
  cpSync(join(dirname(releases), 'bundles'), join(folder, 'bundles'), { recursive: true, verbatimSymlinks: true });
  if (withRelease) {
    const id = readlinkSync(release);
    cpSync(join(releases, id), join(folder, 'releases', id), { recursive: true });
    symlinkSync(id, join(folder, 'releases/current'));
  }
  return folder;
};

test('after ten edits a release made from the one before is, byte for byte, the one that is made anew', { timeout: 180_000 }, async () => {
  const contentDir = join(work, 'content');
  cpSync(join(ROOT, 'content'), contentDir, { recursive: true });
  const edits = await editAtRandom(contentDir, 10, seeded(6), TODAY);
  const [after, anew] = [dataFolder('after', true), dataFolder('anew', false)];
  const publish = (dataDir: string) =>
    startProgram(['functions/cli/publish.ts'], { ...inject('site').env, CONTENT_DIR: contentDir, DATA_DIR: dataDir }).ended;
  for (const { code, output } of await Promise.all([publish(after), publish(anew)])) expect(code, output).toBe(0);
  expect(differentFiles(join(after, 'releases/current/client'), join(anew, 'releases/current/client')), edits.join('; ')).toEqual([]);
});
