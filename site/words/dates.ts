/** Civil dates as people read them in Chinese. */
import { weekday } from '../../db/domain/civil-date.ts';
import type { CivilDate } from '../../db/domain/record-fields.ts';

const parts = (date: CivilDate): [number, number, number] => date.split('-').map(Number) as [number, number, number];

/** 2026年11月22日 */
export function fullDate(date: CivilDate): string {
  const [year, month, day] = parts(date);
  return `${year}年${month}月${day}日`;
}

/** 11月22日 */
export function monthDay(date: CivilDate): string {
  const [, month, day] = parts(date);
  return `${month}月${day}日`;
}

/** 2026.11.22, for dense lists and tables */
export const shortDate = (date: CivilDate): string => date.replaceAll('-', '.');

/** 星期日 */
export const weekdayName = (date: CivilDate): string => `星期${'一二三四五六日'.charAt(weekday(date) - 1)}`;

/** 11月22日—12月3日, the year before it; one date where both are the same */
export function dateRange(from: CivilDate, to: CivilDate | undefined): string {
  if (!to || to === from) return fullDate(from);
  return `${fullDate(from)}—${from.slice(0, 4) === to.slice(0, 4) ? monthDay(to) : fullDate(to)}`;
}

/** A moment (ISO, UTC) as the clock shows it in Beijing: 2026年11月22日 17:30 */
export function beijingMoment(moment: string): string {
  const [date = '', time = ''] = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().split('T');
  return `${fullDate(date)} ${time.slice(0, 5)}`;
}
