import { z } from 'zod';
import { countNotices } from '../../db/queries/outbox.ts';
import { findUpkeep, ping } from '../../db/queries/upkeep.ts';
import type { ActContext } from '../act-context.ts';

/** Hours after which a release counts as stale: it is made anew every day. */
const STALE_HOURS = 36;
const HOUR = 3_600_000;

/** Minutes after which a notice that is due counts as late: the job runs every minute. */
const LATE_MINUTES = 60;

const status = z.enum(['ok', 'warn', 'down']);
export const health = z
  .object({
    status,
    parts: z.object({
      release: z.object({ status, id: z.string().optional(), builtAt: z.string().optional(), ageHours: z.number().optional() }),
      database: z.object({ status }),
      outbox: z.object({ status, waiting: z.number().optional(), lateMinutes: z.number().optional(), failed: z.number().optional() }),
      backup: z.object({ status, madeAt: z.string().optional(), ageHours: z.number().optional() }),
    }),
  })
  .meta({ id: 'Health', description: '各部分是否正常' });
export type Health = z.infer<typeof health>;

/** How the parts are that this site has. */
export async function reportHealth(context: ActContext): Promise<Health> {
  const [release, database, outbox, backup] = await Promise.all([
    releaseHealth(context),
    databaseHealth(context),
    outboxHealth(context),
    backupHealth(context),
  ]);
  const all = [release.status, database.status, outbox.status, backup.status];
  return { status: all.includes('down') ? 'down' : all.includes('warn') ? 'warn' : 'ok', parts: { release, database, outbox, backup } };
}

async function releaseHealth({ records, clock }: ActContext): Promise<Health['parts']['release']> {
  try {
    const { id, builtAt } = (await records.current()).release;
    const ageHours = hoursSince(builtAt, clock.now());
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

/** A warning where notices are not going out, or some were given up and wait for a person. */
async function outboxHealth({ db, clock }: ActContext): Promise<Health['parts']['outbox']> {
  try {
    const { waiting, dueSince, failed } = await countNotices(db);
    const lateMinutes = dueSince === undefined ? 0 : Math.max(0, Math.floor((clock.now().getTime() - Date.parse(dueSince)) / 60_000));
    return { status: lateMinutes > LATE_MINUTES || failed > 0 ? 'warn' : 'ok', waiting, lateMinutes, failed };
  } catch {
    return { status: 'down' };
  }
}
/** Warns where the last backup is old, or where a site that is no sample has none. */
async function backupHealth({ db, records, clock }: ActContext): Promise<Health['parts']['backup']> {
  try {
    const made = await findUpkeep(db, 'backup');
    if (!made) return { status: (await records.current()).release.sample ? 'ok' : 'warn' };
    const ageHours = hoursSince(made.at, clock.now());
    return { status: ageHours > STALE_HOURS ? 'warn' : 'ok', madeAt: made.at, ageHours };
  } catch {
    return { status: 'warn' };
  }
}

/** Hours in tenths; a clock that jumped back gives 0. */
const hoursSince = (moment: string, now: Date): number => Math.max(0, Math.round(((now.getTime() - Date.parse(moment)) / HOUR) * 10) / 10);
