/** What of the records is public on a day (已公开的记录): no drafts, and nothing before its date. Every file of open data starts here. */
import { known, splitRef, type CivilDate } from './record-fields.ts';
import type { ListedKind, Records } from './records.ts';
import type { RecordOf } from './kinds.ts';
import type { Report } from './report.ts';

/** Pages leave out the same records; a report that is not published yet stays as a row without its text. */
export function publishedRecords(records: Records, today: CivilDate): Records {
  const isPast = (date: CivilDate): boolean => date <= today;
  const proposals = only(records, 'proposals', ({ submittedOn }) => isPast(known(submittedOn) ?? ''));
  return {
    ...records,
    proposals,
    replies: only(records, 'replies', ({ repliedOn, proposal }) => isPast(known(repliedOn) ?? '') && proposals.has(splitRef(proposal).id)),
    activities: only(records, 'activities', ({ state, from }) => state !== 'draft' && isPast(from)),
    announcements: only(records, 'announcements', ({ date }) => isPast(date)),
    decisions: only(records, 'decisions', ({ date }) => isPast(date)),
    coverage: only(records, 'coverage', ({ date }) => isPast(date)),
    corrections: only(records, 'corrections', ({ on }) => isPast(on)),
    reports: new Map([...records.reports].map(([id, report]) => [id, isPublished(report, today) ? report : withoutText(report)])),
  };
}

/** True from the day a report is published on. */
const isPublished = ({ state, publishedOn }: Report, today: CivilDate): boolean => state === 'published' && (publishedOn ?? '') <= today;

function withoutText(report: Report): Report {
  const { hallBallot: _ballot, response: _response, ...row } = report;
  return { ...row, attachments: [], body: '' };
}

function only<K extends ListedKind>(records: Records, kind: K, test: (record: RecordOf[K]) => boolean): Map<string, RecordOf[K]> {
  const list: Map<string, RecordOf[K]> = records[kind] as Map<string, RecordOf[K]>;
  return new Map([...list].filter(([, record]) => test(record)));
}
