import { toHex } from '../../../db/domain/hex.ts';
import { leavesFile, proofFiles } from '../../../db/domain/proof.ts';
import type { Records } from '../../../db/domain/records.ts';
import { leavesOf, sealedState, type Seals } from '../../../db/domain/seal.ts';
import { sha256 } from '../../../db/records/seals.ts';

/** What a download is checked by: `leaves.json`, and the proofs of the last seal by file name (none before the first). */
export const proofTexts = (
  published: Records,
  { log, versions }: Seals,
  files: readonly { file: string; kind: string }[],
): { leaves: string; proofs: Map<string, string> } => {
  const last = log.at(-1);
  const sealed = sealedState(versions);
  const current = leavesOf(published, sha256).map(({ kind, id, hash }) => ({ kind, id, leaf: toHex(hash) }));
  return { leaves: leavesFile(last, sealed, current, files), proofs: last ? proofFiles(sha256, last, sealed).files : new Map<string, string>() };
};
