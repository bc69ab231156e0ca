import { chainAfter, lastLink, strayRows } from '../../db/queries/audit-chain.ts';
import type { ActContext } from '../act-context.ts';
import { linkOf } from '../jobs/link-audit.ts';

/** `changed`: row or link is not what it was; `missing`: gone; `added`: put in later; `cut`: the end is not what was published. */
export type AuditFault = { seq: number; kind: 'changed' | 'missing' | 'added' | 'cut' };
export type AuditCheck = { rows: number; head: string; faults: AuditFault[]; published: { seq: number; hash: string } | undefined };

const PAGE = 1000;
const MOST_FAULTS = 100;

/**
 * Looks at the whole audit: every row against its link, every number, and the head that the current release published.
 * A chain can be cut at its end by whoever holds the database; what was published of it cannot.
 */
export async function checkAudit(context: ActContext): Promise<AuditCheck> {
  const faults: AuditFault[] = (await strayRows(context.db)).map((seq) => ({ seq, kind: 'added' }));
  // A row without a link before the end of the chain was put in by hand; after it, it only waits for the next minute.
  const { seq: end } = await lastLink(context.db);
  const published = (await context.records.current()).release.auditHead;
  let [before, after, rows, publishedFound] = ['', 0, 0, published === undefined || published.seq === 0];
  for (
    let page = await chainAfter(context.db, after, PAGE);
    page.length > 0 && faults.length < MOST_FAULTS;
    page = await chainAfter(context.db, after, PAGE)
  ) {
    for (const { seq, row, hash } of page) {
      for (let gone = after + 1; gone < seq && faults.length < MOST_FAULTS; gone++) faults.push({ seq: gone, kind: 'missing' });
      after = seq;
      if (!row) faults.push({ seq, kind: 'missing' });
      else rows++;
      if (hash === undefined && seq < end) faults.push({ seq, kind: 'added' });
      if (hash === undefined) continue;
      if (row && hash !== (await linkOf(context.keys, before, row))) faults.push({ seq, kind: 'changed' });
      before = hash;
      if (seq === published?.seq) publishedFound = hash === published.hash;
    }
  }
  if (!publishedFound) faults.push({ seq: published?.seq ?? 0, kind: 'cut' });
  return { rows, head: before, faults, published };
}
