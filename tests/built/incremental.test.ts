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

/** A data folder with the programs and the release of the sample site, from which pages may be taken over or not. */
const dataFolder = (name: string, mayTake: boolean): string => {
  const folder = join(work, name);
  const { release } = inject('site');
  const releases = dirname(release);
  mkdirSync(join(folder, 'releases'), { recursive: true });
  cpSync(join(dirname(releases), 'bundles'), join(folder, 'bundles'), { recursive: true, verbatimSymlinks: true });
  const id = readlinkSync(release);
  cpSync(join(releases, id), join(folder, 'releases', id), { recursive: true });
  symlinkSync(id, join(folder, 'releases/current'));
  if (!mayTake) for (const file of ['pages.json', 'search.json']) rmSync(join(folder, 'releases', id, file));
  return folder;
};

test('after ten edits a release made from the one before is, byte for byte, the one that is made anew', { timeout: 180_000 }, async () => {
  const contentDir = join(work, 'content');
  cpSync(join(ROOT, 'content'), contentDir, { recursive: true });
  const edits = await editAtRandom(contentDir, 10, seeded(6), TODAY);
  const [after, anew] = [dataFolder('after', true), dataFolder('anew', false)];
  const publish = (dataDir: string) =>
    startProgram(['functions/cli/publish.ts'], { ...inject('site').env, CONTENT_DIR: contentDir, DATA_DIR: dataDir }).ended;
  const [taken, made] = await Promise.all([publish(after), publish(anew)]);
  for (const { code, output } of [taken, made]) expect(code, output).toBe(0);
  expect(taken.output).toMatch(/render .* [1-9]\d* of before/);
  expect(made.output).toMatch(/render .* 0 of before/);
  expect(differentFiles(join(after, 'releases/current/client'), join(anew, 'releases/current/client')), edits.join('; ')).toEqual([]);
});
