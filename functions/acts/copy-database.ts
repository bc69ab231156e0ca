import { z } from 'zod';
import { copyIntoFile } from '../../db/queries/copies.ts';
import { noteUpkeep } from '../../db/queries/upkeep.ts';
import type { ActContext } from '../act-context.ts';
import { linkAudit } from '../jobs/link-audit.ts';

export const copyAsked = z.strictObject({ file: z.string().min(1) });

/**
 * Writes the whole database into a new file. The copy carries the fingerprint of the keys that it needs, never the keys.
 * Other writers wait until it is written.
 */
export async function copyDatabase({ db, keys, settings }: ActContext, { file }: z.infer<typeof copyAsked>): Promise<void> {
  await linkAudit({ db, settings });
  await noteUpkeep(db, 'keys', await keys.fingerprint());
  await copyIntoFile(db, file);
}

/** Notes that a copy was made and found whole. */
export const noteBackup = ({ db }: Pick<ActContext, 'db'>): Promise<void> => noteUpkeep(db, 'backup');
