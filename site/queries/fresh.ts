/** Until when a page counts as fresh: 36 hours from the beginning of its day in Beijing, as ISO time. */
import { addDays } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';

export const freshUntil = (asOf: CivilDate): string => `${addDays(asOf, 1)}T12:00:00+08:00`;
