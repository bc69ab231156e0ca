import { addDays } from '../../db/domain/civil-date.ts';
import { CONTACT_DAYS } from '../../db/domain/message.ts';
import { eraseSenders as eraseRows } from '../../db/queries/upkeep.ts';
import { today, type AppContext } from '../context.ts';

/** Hourly: erases name and contact of senders whose message was answered or ended long enough ago (PIPL 19, 47). Returns how many. */
export const eraseSenders = (context: Pick<AppContext, 'db' | 'clock' | 'settings'>): Promise<number> =>
  eraseRows(context.db, addDays(today(context), -CONTACT_DAYS));
