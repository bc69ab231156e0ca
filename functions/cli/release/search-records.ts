import { repliesByProposal, type Records } from '../../../db/domain/records.ts';
import { proposalRows } from './proposal-rows.ts';
import type { SearchRecord } from './search-index.ts';

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

function* foundProposals(records: Records, today: string): Generator<SearchRecord> {
  const replies = repliesByProposal(records);
  for (const row of proposalRows(records, today)) {
    const answers = (replies.get(row.id) ?? []).map((reply) => reply.body).join('\n');
    yield found('proposals', row.id, row.title, `${row.number}\n${row.text}\n${answers}`, {
      ...(row.year > 0 && { year: [String(row.year)] }),
      state: [row.state],
      unit: row.units.map(({ name }) => name),
      ...(row.topic && { topic: [row.topic] }),
    });
  }
}
