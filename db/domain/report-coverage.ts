/** Who has reported (述职覆盖): the rota by the congress's own rule against what happened, year by year (Deputies Law 58). */
import { addMonths } from './civil-date.ts';
import type { Congress, CoverageRule } from './congress.ts';
import { holdsSeat, statusOfMandate } from './mandate-status.ts';
import { known, type CivilDate } from './record-fields.ts';
import { allMandates, find, type HeldMandate, type Records } from './records.ts';
import type { Report } from './report.ts';
import { startOfService } from './service.ts';
import type { Term } from './term.ts';

/**
 * A year at its end, or today. `n` are the deputies in office who are counted: all who have reported, and of the others
 * those who are neither new nor, where the rule says so, suspended. `planned`: whole percent that the rule asks for by then.
 */
export type CoverageYear = {
  year: number;
  asOf: CivilDate;
  planned: number | undefined;
  inOffice: number;
  leftOut: number;
  n: number;
  reported: number;
};

export const STANDINGS = ['reported', 'planned', 'open', 'passed', 'suspended', 'new'] as const;
export type Standing = (typeof STANDINGS)[number];
/** Where a deputy stands today; `dueBy` is the last day of the round. `passed`: the planned day is over, and no report is on record. */
export type CoverageDeputy = { mandate: string; standing: Standing; dueBy: CivilDate; report: Report | undefined };

export type ReportCoverage = { congress: Congress; term: Term; rule: CoverageRule; years: CoverageYear[]; deputies: CoverageDeputy[] };

/** Coverage in a running term; undefined where the congress states no rule, or the term's beginning is not on record. */
export function reportCoverage(records: Records, term: Term, today: CivilDate): ReportCoverage | undefined {
  const congress = find(records, 'congresses', term.congress);
  const rule = congress?.reportCoverage;
  const start = known(term.start);
  if (!congress || !rule || start === undefined || start > today) return undefined;
  // A term that begins in the second half of a year has its first year of reports in the next.
  const first = rule.firstYear ?? Number(start.slice(0, 4)) + (start.slice(5) > '06-30' ? 1 : 0);
  const held = allMandates(records).filter(({ mandate }) => mandate.term === `terms:${term.id}`);
  const reports = Map.groupBy(records.reports.values(), ({ mandate }) => mandate);
  const look = (asOf: CivilDate): Looked[] => lookAt({ held, reports, term, rule, start, first, asOf });
  const years = Array.from({ length: Math.max(0, Number(today.slice(0, 4)) - first + 1) }, (_, index) => first + index).map((year) => {
    const asOf = `${year}-12-31` < today ? `${year}-12-31` : today;
    return yearOf(year, asOf, look(asOf), plannedPercent(rule, first, year));
  });
  const deputies = look(today).map(({ ref, report, leftOut }): CoverageDeputy => {
    const next = report ?? nextReport(reports.get(ref) ?? [], roundOf(rule, start, first, today).from);
    const standing = report ? 'reported' : (leftOut ?? (next?.plannedOn === undefined ? 'open' : next.plannedOn >= today ? 'planned' : 'passed'));
    return { mandate: ref, standing, dueBy: roundOf(rule, start, first, today).to, report: next };
  });
  return { congress, term, rule, years, deputies };
}

type Looked = { ref: string; report: Report | undefined; leftOut: 'suspended' | 'new' | undefined };
type View = { held: HeldMandate[]; reports: Map<string, Report[]>; term: Term; rule: CoverageRule; start: CivilDate; first: number; asOf: CivilDate };

/** Every deputy in office on a day, with the report that counts in the round of that day. */
function lookAt({ held, reports, term, rule, start, first, asOf }: View): Looked[] {
  const round = roundOf(rule, start, first, asOf);
  return held.flatMap(({ ref, mandate }): Looked[] => {
    const { status } = statusOfMandate(mandate, term, asOf);
    if (!holdsSeat(status) || status === 'elected') return [];
    const report = (reports.get(ref) ?? [])
      .filter(({ reportedOn = '9999' }) => reportedOn >= round.from && reportedOn <= asOf)
      .toSorted((a, b) => (b.reportedOn ?? '').localeCompare(a.reportedOn ?? ''))[0];
    const since = startOfService(mandate, term);
    const isNew = mandate.electedBy === 'byElection' && since !== undefined && addMonths(since, rule.newMonths) > asOf;
    const leftOut = status === 'suspended' && rule.suspended === 'leftOut' ? 'suspended' : isNew ? 'new' : undefined;
    return [{ ref, report, leftOut: report ? undefined : leftOut }];
  });
}

function yearOf(year: number, asOf: CivilDate, looked: readonly Looked[], planned: number | undefined): CoverageYear {
  const leftOut = looked.filter((entry) => entry.leftOut).length;
  const reported = looked.filter(({ report }) => report).length;
  return { year, asOf, planned, inOffice: looked.length, leftOut, n: looked.length - leftOut, reported };
}

/** The report that is planned next and not held yet. */
const nextReport = (reports: readonly Report[], from: CivilDate): Report | undefined =>
  reports
    .filter(({ reportedOn, plannedOn }) => reportedOn === undefined && (plannedOn ?? from) >= from)
    .toSorted((a, b) => (a.plannedOn ?? '9999').localeCompare(b.plannedOn ?? '9999'))[0];

/** The round that a day belongs to: a year, some years, or the term of five years (Deputies Law 2). */
function roundOf(rule: CoverageRule, start: CivilDate, first: number, day: CivilDate): { from: CivilDate; to: CivilDate } {
  if (rule.mode === 'oncePerTerm') return { from: start, to: addMonths(start, 60) };
  const length = rule.mode === 'everyYear' ? 1 : rule.years;
  const begin = first + Math.floor((Number(day.slice(0, 4)) - first) / length) * length;
  return { from: `${begin}-01-01`, to: `${begin + length - 1}-12-31` };
}

/** Whole percent of deputies who should have reported by the end of a year; a rule of once a term asks for none before its end. */
function plannedPercent(rule: CoverageRule, first: number, year: number): number | undefined {
  if (rule.mode === 'everyYear') return 100;
  if (rule.mode === 'oncePerTerm') return undefined;
  return Math.round((100 * (((year - first) % rule.years) + 1)) / rule.years);
}
