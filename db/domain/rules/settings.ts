/** Rules for the site's own settings: lists that must not repeat themselves, quota sets that can be counted. */
import type { Site } from '../site.ts';
import { fault, isAfter, repeated, type RuleFault } from './rule.ts';

export function* siteFaults(site: Site): Generator<RuleFault> {
  for (const { index } of repeated(site.topics, ({ id }) => id)) yield fault(['topics', index, 'id'], 'repeatedInList');
  for (const { index } of repeated(site.resultClasses, (entry) => `${entry.letter} ${entry.class}`))
    yield fault(['resultClasses', index, 'letter'], 'repeatedInList');
  for (const { index } of repeated(site.quotaSets, ({ id }) => id)) yield fault(['quotaSets', index, 'id'], 'repeatedInList');
  for (const [at, set] of site.quotaSets.entries()) {
    if (isAfter(set.from, set.until)) yield fault(['quotaSets', at, 'until'], 'endBeforeStart');
    for (const { index } of repeated(set.items, ({ code }) => code)) yield fault(['quotaSets', at, 'items', index, 'code'], 'repeatedInList');
  }
}
