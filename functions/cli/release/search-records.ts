import { find, repliesByProposal, type Records } from '../../../db/domain/records.ts';
import { splitRef } from '../../../db/domain/record-fields.ts';
import type { Proposal } from '../../../db/domain/proposal.ts';
import { termTitle } from '../../words/release.ts';
import { proposalRows } from './proposal-rows.ts';

/**
 * Which part of the index a proposal belongs to: that of its year or, where no date is known, of its term. Parts with a
 * higher `order` are newer; `term` is how people call it.
 */
export type SearchPart = { order: number; year: number } | { order: number; year?: undefined; term: string };

/** One thing that can be found. `text` is folded for the index, as queries are in the browser; `title` is shown as written. */
export type SearchRecord = { url: string; title: string; text: string; filters: Record<string, string[]>; part?: SearchPart };

/** What can be found: deputies, proposals with their replies, reports, stations, units, announcements. */
export function* searchRecords(records: Records, today: string): Generator<SearchRecord> {
  for (const person of records.people.values()) yield found('deputies', person.id, person.name, `${person.name}\n${person.body}`);
  yield* foundProposals(records, today);
  for (const report of records.reports.values())
    if (report.state === 'published') yield found('reports', report.id, report.title, `${report.title}\n${report.body}`);
  for (const station of records.stations.values())
    yield found('stations', station.id, station.name, `${station.name}\n${station.address}\n${station.body}`);
  for (const unit of records.units.values()) yield found('units', unit.id, unit.name, `${unit.name}\n${unit.formerNames.join('\n')}\n${unit.body}`);
  for (const announcement of records.announcements.values())
    yield found('announcements', announcement.id, announcement.title, `${announcement.title}\n${announcement.body}`);
}

const found = (kind: string, id: string, title: string, text: string, filters: Record<string, string[]> = {}): SearchRecord => ({
  url: `/${kind}/${id}/`,
  title,
  text,
  filters: { kind: [kind], ...filters },
});

/**
 * A proposal is found by its words and its replies', by its number, its deputies and its units. All but the words of its
 * text stand in a second, short entry beside the people and units, so that a first question need not open any year;
 * `head` names the part that the whole entry is in, and where that is opened the short one is left out.
 */
function* foundProposals(records: Records, today: string): Generator<SearchRecord> {
  const replies = repliesByProposal(records);
  for (const row of proposalRows(records, today)) {
    const proposal = records.proposals.get(row.id);
    if (!proposal) continue;
    const askers = [proposal.lead, ...proposal.coSigners].flatMap((ref) => find(records, 'people', ref) ?? []);
    const known = [row.number, ...askers.map(({ name }) => name), ...row.units.map(({ name }) => name)].join('\n');
    const answers = (replies.get(row.id) ?? []).map((reply) => reply.body).join('\n');
    const part = partOf(records, proposal, row.year);
    const filters = {
      ...(row.year > 0 && { year: [String(row.year)] }),
      state: [row.state],
      unit: row.units.map(({ name }) => name),
      deputy: [splitRef(proposal.lead).id],
      ...(row.topic && { topic: [row.topic] }),
      ...(row.resultClass && { class: [row.resultClass] }),
    };
    yield found('proposals', row.id, row.title, `${row.title}\n${known}`, { ...filters, head: [nameOfPart(part)] });
    yield { ...found('proposals', row.id, row.title, `${row.text}\n${answers}\n${known}`, filters), part };
  }
}

const nameOfPart = (part: SearchPart): string => (part.year === undefined ? part.term : String(part.year));

const partOf = (records: Records, proposal: Proposal, year: number): SearchPart => {
  if (year > 0) return { order: year, year };
  const ordinal = find(records, 'terms', proposal.term)?.ordinal ?? 0;
  return { order: ordinal - 1_000_000, term: termTitle(ordinal) };
};
