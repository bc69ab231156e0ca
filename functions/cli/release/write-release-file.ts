import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from '../../../db/domain/records.ts';
import type { Release } from '../../../db/domain/release.ts';
import { releasedItems } from './released-items.ts';

export type ReleaseName = { id: string; builtAt: Date; asOf: string };
/** The head of the audit's chain, where rows could be asked. */
type AuditHead = Release['auditHead'];

/** What functions may know of the content (see db/domain/release.ts). */
export const describeRelease = (records: Records, { id, builtAt, asOf }: ReleaseName, auditHead?: AuditHead): Release => {
  const { site } = records;
  return {
    schemaVersion: 1,
    id,
    builtAt: `${new Date(builtAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
    asOf,
    sample: site.sample,
    site: {
      name: site.name,
      operator: { name: site.operator.name, phone: site.operator.phone },
      answerTargetDays: site.answerTargetDays,
      minimumForPercentages: site.minimumForPercentages,
      ratingWithUnknown: site.ratingScale.withUnknown,
      replyKeyDays: site.replyKeyDays,
      answersNeedConfirmation: site.answersNeedConfirmation,
    },
    ...(auditHead && { auditHead }),
    items: releasedItems(records, asOf),
  };
};

/** Writes `client/data/release.json`, the only file of a release that holds the time of the build. */
export const writeReleaseFile = async (client: string, records: Records, name: ReleaseName, auditHead?: AuditHead): Promise<Release> => {
  const release = describeRelease(records, name, auditHead);
  await mkdir(join(client, 'data'), { recursive: true });
  await writeFile(join(client, 'data', 'release.json'), JSON.stringify(release));
  return release;
};
