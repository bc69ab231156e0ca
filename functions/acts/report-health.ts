import { z } from 'zod';
import { ping } from '../../db/queries/upkeep.ts';
import type { ActContext } from '../act-context.ts';

/** Hours after which a release counts as stale: it is made anew every day. */
const STALE_HOURS = 36;

const status = z.enum(['ok', 'warn', 'down']);
export const health = z
  .object({
    status,
    parts: z.object({
      release: z.object({ status, id: z.string().optional(), builtAt: z.string().optional(), ageHours: z.number().optional() }),
      database: z.object({ status }),
    }),
  })
  .meta({ id: 'Health', description: '各部分是否正常' });
export type Health = z.infer<typeof health>;

/** How the parts are that this site has. */
export async function reportHealth(context: ActContext): Promise<Health> {
  const [release, database] = await Promise.all([releaseHealth(context), databaseHealth(context)]);
  const all = [release.status, database.status];
  return { status: all.includes('down') ? 'down' : all.includes('warn') ? 'warn' : 'ok', parts: { release, database } };
}

async function releaseHealth({ records, clock }: ActContext): Promise<Health['parts']['release']> {
  try {
    const { id, builtAt } = (await records.current()).release;
    const ageHours = Math.max(0, Math.round((clock.now().getTime() - Date.parse(builtAt)) / 360_000) / 10);
    return { status: ageHours > STALE_HOURS ? 'warn' : 'ok', id, builtAt, ageHours };
  } catch {
    return { status: 'down' };
  }
}

async function databaseHealth({ db }: ActContext): Promise<Health['parts']['database']> {
  return ping(db).then(
    () => ({ status: 'ok' as const }),
    () => ({ status: 'down' as const }),
  );
}
