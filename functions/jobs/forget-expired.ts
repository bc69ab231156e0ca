import { forgetExpired as forgetRows } from '../../db/queries/upkeep.ts';
import type { AppContext } from '../context.ts';

/** Hourly: repeat keys after a day, used challenges once they have expired anyway. */
export const forgetExpired = ({ db }: Pick<AppContext, 'db'>): Promise<void> => forgetRows(db);
