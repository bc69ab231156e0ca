import { deedsOf, dutyParts, proposalsLed } from '../db/domain/duty-log.ts';
import { quotaProgress } from '../db/domain/duty-progress.ts';
import { hasTermEnded } from '../db/domain/mandate-status.ts';
import type { PublishedCoverage, PublishedProgress } from '../db/domain/open-data.ts';
import { isQuotaOf } from '../db/domain/quota.ts';
import { allMandates, find, type Records } from '../db/domain/records.ts';
import { reportCoverage } from '../db/domain/report-coverage.ts';
import { serviceSpans } from '../db/domain/service.ts';

/** How many deputies had reported at the end of each year, for every running term whose congress states its rule. */
export const coverageItems = (records: Records, today: string): PublishedCoverage[] =>
  [...records.terms.values()]
    .filter((term) => !hasTermEnded(term, today))
    .flatMap((term) => reportCoverage(records, term, today) ?? [])
    .flatMap(({ congress, term, years }) =>
      years.map(({ year, asOf, planned, inOffice, leftOut, n, reported }) => ({
        id: `${term.id}/${year}`,
        congress: `congresses:${congress.id}`,
        term: `terms:${term.id}`,
        year,
        asOf,
        ...(planned !== undefined && { planned }),
        inOffice,
        leftOut,
        expected: n,
        reported,
      })),
    );

/** Progress of every mandate against every quota that binds it, year by year up to today. */
export function progressItems(records: Records, today: string): PublishedProgress[] {
  const { quotaSets, congress: own } = records.site;
  const [parts, led] = [dutyParts(records, today), proposalsLed(records, today)];
  const first = Math.min(...quotaSets.map(({ from }) => Number(from.slice(0, 4))));
  const years = quotaSets.length === 0 ? [] : Array.from({ length: Math.max(0, Number(today.slice(0, 4)) - first + 1) }, (_, index) => first + index);
  return allMandates(records).flatMap(({ ref, person, mandate }) => {
    const term = find(records, 'terms', mandate.term);
    if (!term) return [];
    const spans = serviceSpans(mandate, term, today);
    const deeds = deedsOf(records, parts.get(ref) ?? [], led.get(ref) ?? []);
    return quotaSets
      .filter((set) => isQuotaOf(set, term.congress, own))
      .flatMap((set) => years.flatMap((year) => quotaProgress(set, year, spans, deeds) ?? []))
      .flatMap(({ set, year, days, of, items }) =>
        items.map(({ item, count, minimum }) => ({
          id: `${person.id}/${mandate.id}/${year}/${set.id}/${item.code}`,
          mandate: ref,
          year,
          set: set.id,
          code: item.code,
          unit: item.unit,
          count,
          minimum,
          days,
          of,
        })),
      );
  });
}
