import { addDays, weekday } from '../../db/domain/civil-date.ts';
import { DomainError } from '../../db/domain/problem.ts';
import { unconfirmedHidings } from '../../db/queries/publishing.ts';
import { restoreMessage } from '../acts/restore-message.ts';
import { today, type AppContext } from '../context.ts';

/** Hourly: what somebody hid and nobody else confirmed by the end of the next working day (Monday to Friday) comes back. Returns how many. */
export async function returnHidden(context: Pick<AppContext, 'db' | 'clock' | 'settings'>): Promise<number> {
  const ids = await unconfirmedHidings(context.db, lastDayToReturn(today(context)));
  let returned = 0;
  for (const id of ids) {
    try {
      await restoreMessage(context, { id, actor: 'job' });
      returned++;
    } catch (error) {
      // Somebody was faster; anything else concerns this one alone only if the database still answers.
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return returned;
}

/** The latest day of hiding whose next working day is over. */
export function lastDayToReturn(now: string): string {
  let day = addDays(now, -1);
  while (weekday(day) > 5) day = addDays(day, -1);
  return addDays(day, -1);
}
