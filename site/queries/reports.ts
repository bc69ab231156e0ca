/** Duty reports with their deputy, their sections, and what voters said of them in the hall and online. */
import type { RatingFacts } from '../../db/domain/snapshot.ts';
import { SECTION_HEADINGS, sectionsOf, type Report, type ReportSection } from '../../db/domain/report.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { lentSnapshot } from '../../db/records/lent.ts';
import { reportsByPerson } from './activities.ts';
import { oncePer, type County } from './county.ts';
import { mandates, type MandateFacts } from './mandates.ts';

export type ReportEntry = { report: Report; deputy: MandateFacts | undefined; published: boolean };

/** All reports by id, newest period first. Drafts are there by name and state only: pages show no text of them. */
export const reports = oncePer((county): Map<string, ReportEntry> => {
  const list = [...county.records.reports.values()].toSorted(
    (a, b) => b.to.localeCompare(a.to) || (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''),
  );
  return new Map(list.map((report) => [report.id, entryOf(county, report)]));
});

const entryOf = (county: County, report: Report): ReportEntry => ({
  report,
  deputy: mandates(county).get(report.mandate),
  published: report.state === 'published' && (report.publishedOn ?? '') <= county.today,
});

/** The sections as written, in the canonical order, with the heading that readers know. */
export function reportText({ body }: Report): { opening: string; sections: { section: ReportSection; heading: string; text: string }[] } {
  const { opening, sections } = sectionsOf(body);
  return { opening, sections: sections.flatMap(({ section, text }) => (section ? [{ section, heading: SECTION_HEADINGS[section], text }] : [])) };
}

/** Other published reports of the same person. */
export const otherReports = (county: County, report: Report): Report[] =>
  (reportsByPerson(county).get(splitRef(report.mandate).id) ?? []).filter(({ id, state }) => id !== report.id && state === 'published');

/** How the online rating of a report stood when this release was made; undefined where there is none. */
export function onlineRating(report: Report): { facts: RatingFacts; asOf: string } | undefined {
  const snapshot = lentSnapshot();
  const facts = snapshot?.ratings[report.id];
  return snapshot && facts ? { facts, asOf: snapshot.asOf } : undefined;
}
