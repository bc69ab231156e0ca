import type { IncomingMessage, ServerResponse } from 'node:http';
import { beijingDate } from '../../../db/domain/civil-date.ts';
import { loadRecords } from '../../../db/records/load.ts';
import { findIndexOf, type FindIndex } from '../release/find-index.ts';

export type DevNames = { answer: (req: IncomingMessage, res: ServerResponse) => void; forget: () => void };

/** `/find/names/…` as publish would write it now, the files of the look-up and their plan; made anew after a change. */
export const devNames = (contentDir: string): DevNames => {
  let made: FindIndex | undefined;
  const make = (): FindIndex => {
    const asOf = process.env['HUIYIN_TODAY'] ?? beijingDate(new Date());
    return findIndexOf(loadRecords(contentDir, asOf).records, asOf);
  };
  return {
    answer: (req, res) => {
      const { plan, files } = (made ??= make());
      const file = /^\/\w+\/(\d+)\.json$/.exec(req.url ?? '')?.[1];
      const found = req.url === '/plan.json' ? plan : files[Number(file)];
      res.statusCode = found ? 200 : 404;
      res.setHeader('content-type', 'application/json').end(JSON.stringify(found ?? null));
    },
    forget: () => {
      made = undefined;
    },
  };
};
