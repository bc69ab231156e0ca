import { join } from 'node:path';
import { collectReads, forgetDigests } from '../../../db/records/reads.ts';
import type { Bundle } from './bundle.ts';
import { fileQueue } from './file-queue.ts';
import { openKeptPages, writeKeptPages, type MadePage } from './kept-pages.ts';
import { openPageProgram } from './page-program.ts';

export type RenderOrder = {
  bundle: Bundle;
  /** of the new release */
  folder: string;
  siteUrl: string;
  /** a release before, from which unchanged pages are taken */
  before: string | undefined;
  /** a digest of what every page depends on: code, day, settings */
  from: string;
};

/** All pages of the site, and how many of them were taken over. */
export type Rendered = { pages: number; kept: number };

/**
 * Puts every page that is made ahead into `folder/client`. A page whose reads (db/records/reads.ts) all have the values
 * that they had in the release before is taken from there. Pages are rendered one at a time, so that it is certain which
 * page reads what; files are written meanwhile.
 */
export const renderPages = async ({ bundle, folder, siteUrl, before, from }: RenderOrder): Promise<Rendered> => {
  forgetDigests();
  const { paths, render } = await openPageProgram(bundle, siteUrl);
  const kept = openKeptPages(before, from);
  const files = fileQueue();
  const made: MadePage[] = [];
  const rendered: Rendered = { pages: 0, kept: 0 };
  for (const path of paths) {
    const { file, props } = path;
    const target = join(folder, 'client', file);
    if (path.isPage) rendered.pages += 1;
    if (before !== undefined && kept.isUnchanged(file, props)) {
      if (path.isPage) rendered.kept += 1;
      made.push({ file, props, reads: kept.readsOf(file) });
      await files.take(join(before, 'client', file), target);
    } else {
      const { made: bytes, reads } = await collectReads(() => render(path));
      made.push({ file, props, reads });
      await files.write(target, bytes);
    }
  }
  await files.finish();
  writeKeptPages(folder, from, made);
  return rendered;
};
