import { loadRecords } from '../../db/records/load.ts';
import { forActs } from '../act-context.ts';
import { addSample, type Sample } from '../acts/add-sample.ts';
import { today, type AppContext } from '../context.ts';
import { createRecords } from '../records.ts';
import { describeRelease } from './release/write-release-file.ts';

/**
 * Adds the sample rows before the first release of a sample site is made, so that its pages already show them.
 * @returns undefined where the content is no sample, or is at fault (publishing then says how)
 */
export const addSampleFirst = async (context: AppContext): Promise<Sample | undefined> => {
  const asOf = today(context);
  const { records, faults } = loadRecords(context.settings.contentDir, asOf);
  if (faults.length > 0 || !records.site.sample) return undefined;
  const release = describeRelease(records, { id: 'first', builtAt: context.clock.now(), asOf });
  const unpublished = createRecords({ version: async () => release.id, text: async () => JSON.stringify(release) });
  return addSample(forActs({ ...context, records: unpublished }));
};
