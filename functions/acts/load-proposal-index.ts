import { z } from 'zod';
import { proposalRow } from '../../db/domain/proposal-list.ts';
import { keepOnlyReleases, loadProposals } from '../../db/queries/proposals.ts';
import type { Database } from '../../db/remote.ts';

/** Rows of a release; `keep` names other releases whose rows stay, for a rollback. */
export const newProposalIndex = z.object({ releaseId: z.string(), rows: z.array(proposalRow), keep: z.array(z.string()) });

/** Fills the list of proposals of a release, before the release is switched to. Safe to repeat. */
export async function loadProposalIndex({ db }: { db: Database }, { releaseId, rows, keep }: z.output<typeof newProposalIndex>): Promise<void> {
  await loadProposals(db, releaseId, rows);
  await keepOnlyReleases(db, [releaseId, ...keep]);
}
