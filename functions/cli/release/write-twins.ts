import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repliesByProposal, type ListedKind, type Records } from '../../../db/domain/records.ts';

/** Folders of the record pages, by kind. */
const PAGES: Partial<Record<ListedKind, string>> = {
  people: 'deputies',
  constituencies: 'constituencies',
  areas: 'areas',
  groups: 'groups',
  congresses: 'congresses',
  stations: 'stations',
  proposals: 'proposals',
  units: 'units',
  reports: 'reports',
  activities: 'activities',
  plans: 'plans',
  decisions: 'decisions',
  announcements: 'announcements',
};

/**
 * Writes the JSON twin of every record page, `…/ID/index.json` beside its `index.html`; a proposal's holds its replies.
 * Records without a page have none. Synchronous on purpose: thousands of small files are written twice as fast so.
 */
export const writeTwins = (client: string, records: Records): number => {
  const replies = repliesByProposal(records);
  const { licence } = records.site;
  let written = 0;
  for (const [kind, folder] of Object.entries(PAGES) as [ListedKind, string][]) {
    for (const item of records[kind].values()) {
      const place = join(client, folder, item.id);
      if (!existsSync(join(place, 'index.html'))) continue;
      const more = kind === 'proposals' ? { replies: replies.get(item.id) ?? [] } : {};
      writeFileSync(join(place, 'index.json'), JSON.stringify({ schemaVersion: 1, licence, kind, item, ...more }));
      written += 1;
    }
  }
  return written;
};
