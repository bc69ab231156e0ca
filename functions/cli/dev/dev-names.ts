import type { IncomingMessage, ServerResponse } from 'node:http';
import { beijingDate } from '../../../db/domain/civil-date.ts';
import { loadRecords } from '../../../db/records/load.ts';
import { findIndexOf } from '../release/find-index.ts';

/** Answers `/find/names/…` as publish would write it now: the files of the look-up, and their plan. */
export const devNames =
  (contentDir: string) =>
  (req: IncomingMessage, res: ServerResponse): void => {
    const asOf = process.env['HUIYIN_TODAY'] ?? beijingDate(new Date());
    const { plan, files } = findIndexOf(loadRecords(contentDir, asOf).records, asOf);
    const file = /^\/\w+\/(\d+)\.json$/.exec(req.url ?? '')?.[1];
    const found = req.url === '/plan.json' ? plan : files[Number(file)];
    res.statusCode = found ? 200 : 404;
    res.setHeader('content-type', 'application/json').end(JSON.stringify(found ?? null));
  };
