import { keepLinks, lastLink, rowsAfter, type AuditLink, type AuditRow } from '../../db/queries/audit-chain.ts';
import type { AppContext } from '../context.ts';
import { createKeys, type Keys } from '../keys.ts';

const PAGE = 500;

/**
 * The link of a row: keyed, so that nobody with the database alone can make a chain that holds; over the link before, so
 * that taking away, changing or putting in any row breaks it. SQLite has no SHA-256, so it is made here and not in SQL.
 */
export const linkOf = (keys: Keys, before: string, { seq, id, at, actor, act, target }: AuditRow): Promise<string> =>
  keys.mark('audit', before, JSON.stringify([seq, id, at, actor, act, target]));

/** Each minute, and before each backup and release: links the audit rows written since. Returns the head of the chain. */
export async function linkAudit(context: Pick<AppContext, 'db' | 'settings'>): Promise<AuditLink> {
  const keys = createKeys(context.settings.secrets);
  let last = await lastLink(context.db);
  for (let rows = await rowsAfter(context.db, last.seq, PAGE); rows.length > 0; rows = await rowsAfter(context.db, last.seq, PAGE)) {
    const links: AuditLink[] = [];
    for (const row of rows) links.push({ seq: row.seq, hash: await linkOf(keys, links.at(-1)?.hash ?? last.hash, row) });
    // Two jobs at once (two machines of a remote database): one wins, the other goes on from what it wrote.
    last = (await keepLinks(context.db, last.seq, links)) ? (links.at(-1) as AuditLink) : await lastLink(context.db);
  }
  return last;
}
