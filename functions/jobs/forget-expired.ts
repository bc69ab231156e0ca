import { CONFIRM_HOURS } from '../../db/domain/follow.ts';
import { forgetUnconfirmed } from '../../db/queries/followers.ts';
import { forgetExpired as forgetRows } from '../../db/queries/upkeep.ts';
import type { AppContext } from '../context.ts';

/** Hourly: repeat keys after a day, used challenges once they have expired anyway, followers who never confirmed. */
export async function forgetExpired({ db, clock }: Pick<AppContext, 'db' | 'clock'>): Promise<void> {
  await forgetRows(db);
  await forgetUnconfirmed(db, new Date(clock.now().getTime() - CONFIRM_HOURS * 3_600_000).toISOString());
}
