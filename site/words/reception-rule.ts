/** A reception rule as a sentence: 单月15日，9:00—11:00，遇放假顺延到下一个工作日 */
import type { ReceptionRule } from '../../db/domain/reception.ts';
import type { Words } from './words.ts';

export function ruleSentence(rule: ReceptionRule, words: Words['stations']): string {
  const months = typeof rule.months === 'string' ? words.months[rule.months] : words.someMonths(rule.months.join('、'));
  const everyWeek = rule.every === 'weekday' && rule.week === 'each' && rule.months === 'all';
  const day = rule.every === 'weekday' ? words.weekdayOf(rule.weekday) : words.monthDays(rule.days.join('、'));
  const when = everyWeek ? words.everyWeek(day) : `${months}${rule.every === 'weekday' ? words.week(rule.week, day) : day}`;
  return [when, words.hoursOf(rule.from, rule.to), rule.place, words.ifHoliday[rule.ifHoliday]].filter(Boolean).join('，');
}
