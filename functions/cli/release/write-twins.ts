import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordProofs, type RecordProof } from '../../../db/domain/proof.ts';
import { repliesByProposal, type ListedKind, type Records } from '../../../db/domain/records.ts';
import type { SealedLeaf, Seals } from '../../../db/domain/seal.ts';

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
 * Records without a page have none. `kind` and `item` are what the leaf is made of. Synchronous on purpose: thousands of small files are written twice as fast so.
 */
export const writeTwins = (client: string, records: Records, current: readonly SealedLeaf[], seals: Seals): number => {
  const proofs = recordProofs(current, seals);
  const replies = repliesByProposal(records);
  const { licence } = records.site;
  let written = 0;
  for (const [kind, folder] of Object.entries(PAGES) as [ListedKind, string][]) {
    for (const item of records[kind].values()) {
      const place = join(client, folder, item.id);
      if (!existsSync(join(place, 'index.html'))) continue;
      const more = kind === 'proposals' ? { replies: replies.get(item.id) ?? [] } : {};
      writeFileSync(
        join(place, 'index.json'),
        JSON.stringify({ schemaVersion: 1, licence, kind, item, ...more, seal: sealOf(proofs.get(`${kind}:${item.id}`)) }),
      );
      written += 1;
    }
  }
  return written;
};

const sealOf = (proof: RecordProof | undefined): object | undefined =>
  proof && {
    leaf: proof.leaf,
    sealed: proof.sealed,
    proof: proof.file === undefined ? null : `/data/proofs/${proof.file}`,
    versions: proof.versions.map(({ seal, date, leaf }) => ({ seal, date, leaf })),
  };
