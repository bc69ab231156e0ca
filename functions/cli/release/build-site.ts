import { cpSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedRecords } from '../../../db/domain/published.ts';
import type { Records } from '../../../db/domain/records.ts';
import type { Snapshot } from '../../../db/domain/snapshot.ts';
import { ReleaseFaults } from '../../release-faults.ts';
import { lendFindPlan, lendSnapshot } from '../../../db/records/lent.ts';
import { digestOf } from '../../../db/records/reads.ts';
import type { Seals } from '../../../db/domain/seal.ts';
import type { Bundle } from './bundle.ts';
import { fillServer } from './fill-server.ts';
import { findIndexOf, writeFindIndex } from './find-index.ts';
import { writeEmbeds } from './write-embeds.ts';
import { currentLeaves } from './proof-texts.ts';
import { renderPages, type Rendered } from './render-pages.ts';
import { searchRecords } from './search-records.ts';
import { writeSearchIndex } from './search-index.ts';
import type { Step } from './step.ts';
import { verifyRelease } from './verify-release.ts';
import { writeDataFiles } from './write-data-files.ts';
import { writeHeadersFile } from './write-headers-file.ts';
import { writeReleaseFile, type ReleaseName } from './write-release-file.ts';
import { writeTasks } from './write-tasks.ts';
import { writeTwins } from './write-twins.ts';

/** What a site is built from, and where to. */
export type Order = {
  target: 'node' | 'cloudflare';
  folder: string;
  siteUrl: string;
  /** Under way since before the records were read. */
  bundle: Promise<Bundle>;
  records: Records;
  snapshot: Snapshot | undefined;
  seals: Seals;
  name: ReleaseName;
  canaries: string[];
  /** A release before, from which what has not changed is taken. */
  before: string | undefined;
};

export type Built = Rendered & { onDemand: RegExp[] };

/**
 * Builds everything that is public into `folder/client`, and the server for the other pages into `folder/server`.
 * @throws ReleaseFaults when the result is not what a visitor should see
 */
export const buildSite = async (order: Order, step: Step): Promise<Built> => {
  const { target, folder, siteUrl, records, snapshot, seals, name, canaries, before } = order;
  const client = join(folder, 'client');
  lendSnapshot(snapshot);
  // Pages ask for the day themselves; midnight may pass while they are rendered.
  process.env['HUIYIN_TODAY'] = name.asOf;
  const published = publishedRecords(records, name.asOf);
  const current = currentLeaves(published);
  await step(
    'data',
    () => writeDataFiles(client, { published, snapshot, seals, current, siteUrl, today: name.asOf }),
    ({ files, bytes }) => `${files} files, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  await step(
    'names',
    () => writeFindIndex(client, records, name.asOf),
    (count) => `${count} files`,
  );
  const bundle = await step(
    'bundle',
    () => order.bundle,
    ({ again }) => (again ? 'made' : 'of before'),
  );
  const onDemand = bundle.onDemand.map((source) => new RegExp(source));
  const rendered = await step(
    'render',
    async () => {
      cpSync(join(bundle.folder, 'client'), client, { recursive: true });
      lendFindPlan(findIndexOf(records, name.asOf).plan);
      const from = digestOf(() => [bundle.code, name.asOf, records.site, records.calendars]) ?? name.id;
      const pages = await renderPages({ bundle, folder, siteUrl, before, from });
      await fillServer(join(bundle.folder, 'server'), join(folder, 'server'));
      return pages;
    },
    ({ pages, kept }) => `${pages} pages, ${kept} of before`,
  );
  await writeFile(join(folder, 'snapshot.json'), JSON.stringify(snapshot ?? null));
  await step(
    'twins',
    () => writeTwins(client, published, current, seals),
    (count) => `${count} files`,
  );
  await step(
    'tasks',
    () => writeTasks(client, published, name.asOf),
    (count) => `${count} files`,
  );
  await step(
    'embeds',
    () => writeEmbeds(client, published, siteUrl, name.asOf),
    (count) => `${count} files`,
  );
  await step(
    'search',
    () => writeSearchIndex(folder, searchRecords(published, name.asOf), before),
    ({ records: found, shards, made }) => `${found} records, ${made} of ${shards} parts made`,
  );
  await step(
    'release.json',
    () => writeReleaseFile(client, published, name, snapshot?.auditHead),
    ({ items }) => `${items.length} items`,
  );
  if (target === 'cloudflare') await writeHeadersFile(client);
  const expected = { siteUrl, onDemand, fileLimit: records.site.fileLimit, canaries };
  const verified = await step(
    'verify',
    () => verifyRelease(folder, expected),
    ({ files, pages, links }) => `${files} files, ${pages} pages, ${links} links`,
  );
  if (verified.faults.length > 0) throw new ReleaseFaults(verified.faults);
  return { ...rendered, onDemand };
};
