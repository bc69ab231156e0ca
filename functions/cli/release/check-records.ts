import type { Records } from '../../../db/domain/records.ts';
import { lendRecords } from '../../../db/records/lent.ts';
import { loadRecords } from '../../../db/records/load.ts';
import type { ParsedBefore } from '../../../db/records/read-file.ts';
import { contentFaultSentence } from '../../words/content-faults.ts';
import { ReleaseFaults } from '../../release-faults.ts';

export type Checked = { records: Records; count: number };

/** Reads the content folder and lends it to the pages. @throws ReleaseFaults with every fault of every file */
export const checkRecords = (contentDir: string, today: string, before?: ParsedBefore): Checked => {
  const loaded = loadRecords(contentDir, today, before);
  const { records, faults, digests } = loaded;
  lendRecords(contentDir, loaded);
  if (faults.length === 0) return { records, count: digests.size };
  throw new ReleaseFaults(
    faults.map(({ file, line, field, code, params }) => `${file}:${line}${field ? ` ${field}` : ''}：${contentFaultSentence(code, params)}`),
  );
};
