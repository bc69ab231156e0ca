/** Dates in the words of a page's language. */
import type { CivilDate } from '../../db/domain/record-fields.ts';
import { beijingMoment, dateRange, fullDate, monthDay, shortDate, weekdayName } from './dates.ts';

export type DateWords = {
  fullDate: (date: CivilDate) => string;
  monthDay: (date: CivilDate) => string;
  /** for dense lists and tables */
  shortDate: (date: CivilDate) => string;
  weekdayName: (date: CivilDate) => string;
  dateRange: (from: CivilDate, to: CivilDate | undefined) => string;
  /** a moment (ISO, UTC) as the clock shows it in Beijing */
  beijingMoment: (moment: string) => string;
};

/** The same in both Chinese scripts. */
export const chineseDates: DateWords = { fullDate, monthDay, shortDate, weekdayName, dateRange, beijingMoment };
