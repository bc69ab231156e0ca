import type { IncomingMessage, ServerResponse } from 'node:http';
import { beijingDate } from '../../../db/domain/civil-date.ts';
import { forgetRecords } from '../../../db/records/lent.ts';
import { loadRecords } from '../../../db/records/load.ts';
import { describeRelease } from '../release/write-release-file.ts';

export type DevRelease = { answer: (req: IncomingMessage, res: ServerResponse) => void; forget: () => void };

/** `/data/release.json` as publish would write it now; read anew after a change. */
export const devRelease = (contentDir: string): DevRelease => {
  let text: string | undefined;
  return {
    answer: (_req, res) => {
      const now = new Date();
      const asOf = process.env['HUIYIN_TODAY'] ?? beijingDate(now);
      text ??= JSON.stringify(describeRelease(loadRecords(contentDir, asOf).records, { id: 'dev', builtAt: now, asOf }));
      res.setHeader('content-type', 'application/json').end(text);
    },
    forget: () => {
      text = undefined;
      forgetRecords();
    },
  };
};
