/** Progress against a quota set in a calendar year (履职指标进度), from counted entries of the log only. */
import { daysBetween } from './civil-date.ts';
import type { Deed } from './duty-log.ts';
import type { QuotaItem, QuotaSet } from './quota.ts';
import { daysServed, type Span } from './service.ts';

/** `minimum` is what this deputy should reach in this year; 0 where nothing is asked. `days` of `of` days of the year in office. */
export type QuotaProgress = { item: QuotaItem; count: number; minimum: number; reached: boolean };
export type SetProgress = { set: QuotaSet; year: number; days: number; of: number; items: QuotaProgress[] };

/**
 * Progress of one mandate; undefined where the set was not in force in that year, or the deputy not in office while it was.
 * Part years (a later start, a suspension, an early end) follow the set's own rule; what was done while the deputy
 * was in office counts all the same.
 */
export function quotaProgress(set: QuotaSet, year: number, spans: readonly Span[], deeds: readonly Deed[]): SetProgress | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const from = set.from > first ? set.from : first;
  const to = set.until !== undefined && set.until < last ? set.until : last;
  const of = daysBetween(first, last) + 1;
  const days = from <= to ? daysServed(spans, from, to) : 0;
  if (days === 0) return undefined;
  const inTime = deeds.filter(({ on }) => on >= from && on <= to);
  const items = set.items.map((item) => {
    const count = inTime.filter(({ type }) => item.activityTypes.includes(type)).reduce((sum, deed) => sum + deed[item.unit], 0);
    const minimum = minimumFor(item.minimum, days, of, set.partYear);
    return { item, count, minimum, reached: count >= minimum };
  });
  return { set, year, days, of, items };
}

/** What is asked of a deputy who was in office on `days` of `of` days: pro rata is rounded half up, so very short times ask for nothing. */
export function minimumFor(minimum: number, days: number, of: number, rule: QuotaSet['partYear']): number {
  if (days >= of || rule === 'whole') return minimum;
  return rule === 'exempt' ? 0 : Math.floor((2 * minimum * days + of) / (2 * of));
}
