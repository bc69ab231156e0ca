/** Who has reported and who has not, for each congress whose rule the site states. */
import { reportCoverage, type CoverageDeputy, type ReportCoverage } from '../../db/domain/report-coverage.ts';
import { rateOf } from '../../db/domain/rates.ts';
import { oncePer, type County } from './county.ts';
import { mandates, type MandateFacts } from './mandates.ts';
import { termRuns } from './terms.ts';

export type ListedDeputy = CoverageDeputy & { facts: MandateFacts };
/** `notYet` and `leftOut` stand in the order of their constituencies, which is no ranking. */
export type CongressCoverage = ReportCoverage & { notYet: ListedDeputy[]; leftOut: ListedDeputy[] };

/** Running terms with a rule, the site's own congress first. */
export const coverages = oncePer((county): CongressCoverage[] => {
  const { records, today, site } = county;
  const running = [...records.terms.values()].filter((term) => termRuns(term, today));
  const isOwn = ({ congress }: ReportCoverage): boolean => `congresses:${congress.id}` === site.congress;
  return running
    .flatMap((term) => reportCoverage(records, term, today) ?? [])
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || a.congress.name.localeCompare(b.congress.name, 'zh-Hans'))
    .map((coverage) => {
      const listed = coverage.deputies.flatMap((entry) => {
        const facts = mandates(county).get(entry.mandate);
        return facts ? [{ ...entry, facts }] : [];
      });
      const inOrder = listed.toSorted((a, b) => (a.facts.constituency?.number ?? 999) - (b.facts.constituency?.number ?? 999));
      return {
        ...coverage,
        notYet: inOrder.filter(({ standing }) => standing === 'planned' || standing === 'open' || standing === 'passed'),
        leftOut: inOrder.filter(({ standing }) => standing === 'suspended' || standing === 'new'),
      };
    });
});

/** Percent of those who should have reported; undefined under the site's minimum. */
export const coveredPercent = ({ site }: County, { reported, n }: { reported: number; n: number }): number | undefined =>
  rateOf(reported, n, site.minimumForPercentages).percent;
