/** The pages of the published sample county: the released files, and addresses whose pages are made on demand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The folder of files that every visitor may load. */
export const publicFolder = (): string => join(inject('site').release, 'client');

/** Paths of all public files that end so. */
export const publicFiles = (ending = ''): string[] =>
  readdirSync(publicFolder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(publicFolder().length + 1))
    .filter((path) => path.endsWith(ending))
    .toSorted();

export type BuiltPage = { path: string; html: string };

/** Every prerendered page, as its address and its HTML. Cards for other sites are no pages of this one (tests/built/press.test.ts). */
export const builtPages = (): BuiltPage[] =>
  publicFiles('.html')
    .filter((file) => !file.endsWith('/embed/index.html'))
    .map((file) => ({
      path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(join(publicFolder(), file), 'utf8'),
    }));

/** What each thing on a list is found by, with everything that is wrong with it; things without a fault are left out. */
export const faultsOf = <T extends { path: string }>(things: readonly T[], faults: (thing: T) => string[]): Record<string, string[]> =>
  Object.fromEntries(things.map((thing) => [thing.path, faults(thing)] as const).filter(([, found]) => found.length > 0));
