import { toHex } from '../../../db/domain/hex.ts';
import { leavesFile, proofFiles } from '../../../db/domain/proof.ts';
import type { Records } from '../../../db/domain/records.ts';
import { leavesOf, sealedState, type SealedLeaf, type Seals } from '../../../db/domain/seal.ts';
import { sha256 } from '../../../db/records/seals.ts';

/** The leaves of the records as they are published now, in the order of the tree. */
export const currentLeaves = (published: Records): SealedLeaf[] =>
  leavesOf(published, sha256).map(({ kind, id, hash }) => ({ kind, id, leaf: toHex(hash) }));

/** What a download is checked by: `leaves.json`, and the proofs of the last seal by file name (none before the first). */
export const proofTexts = (
  current: readonly SealedLeaf[],
  { log, versions }: Seals,
  files: readonly { file: string; kind: string }[],
): { leaves: string; proofs: Map<string, string> } => {
  const last = log.at(-1);
  const sealed = sealedState(versions);
  return { leaves: leavesFile(last, sealed, current, files), proofs: last ? proofFiles(sha256, last, sealed) : new Map() };
};
