/** What of the records is public on a day (已公开的记录): no drafts, and nothing before its date. Every file of open data starts here. */
import { known, splitRef, type CivilDate } from './record-fields.ts';
import type { ListedKind, Records } from './records.ts';
import type { RecordOf } from './kinds.ts';
import type { Reply } from './reply.ts';
import type { Report } from './report.ts';

/** Pages leave out the same records; a report that is not published yet stays as a row without its text. */
export function publishedRecords(records: Records, today: CivilDate): Records {
  const isPast = (date: CivilDate): boolean => date <= today;
  const proposals = only(records, 'proposals', ({ draft, submittedOn }) => draft !== true && isPast(known(submittedOn) ?? ''));
  const { announcements, decisions, replies, reports } = timedRelease(records, today);
  return {
    ...records,
    proposals,
    replies: only(
      { ...records, replies },
      'replies',
      ({ repliedOn, proposal }) => isPast(known(repliedOn) ?? '') && proposals.has(splitRef(proposal).id),
    ),
    activities: only(records, 'activities', ({ state, from }) => state !== 'draft' && isPast(from)),
    announcements,
    decisions,
    coverage: only(records, 'coverage', ({ date }) => isPast(date)),
    corrections: only(records, 'corrections', ({ on }) => isPast(on)),
    reports,
  };
}

/**
 * Timed release (定时公开): announcements and decisions before their day are not there at all; of a reply whose day of
 * publication lies ahead there is only that it was given, of a report that is not published only its row. The daily
 * publish brings them out.
 */
export function timedRelease(records: Records, today: CivilDate): Records {
  const isOut = ({ date, publishOn = date }: { date: CivilDate; publishOn?: CivilDate | undefined }): boolean => date <= today && publishOn <= today;
  const isHeld = ({ publishedOn }: Reply): boolean => publishedOn !== undefined && publishedOn > today;
  return {
    ...records,
    // A draft is on the editor's machine, and nowhere else.
    proposals: only(records, 'proposals', ({ draft }) => draft !== true),
    announcements: only(records, 'announcements', isOut),
    decisions: only(records, 'decisions', isOut),
    replies: new Map([...records.replies].map(([id, reply]) => [id, isHeld(reply) ? heldReply(reply) : reply])),
    reports: new Map([...records.reports].map(([id, report]) => [id, isPublished(report, today) ? report : withoutText(report)])),
  };
}

/** A reply of which the public only knows that it was given, by whom and when. */
export const heldReply = ({ id, proposal, unit, role, round, repliedOn, interim, publishedOn }: Reply): Reply => ({
  ...{ id, proposal, unit, role, round, repliedOn, interim, publishedOn },
  ...{ upgrades: [], promises: [], fulfils: [], disclosure: 'full', attachments: [], body: '' },
});

/** True from the day a report is published on. */
const isPublished = ({ state, publishedOn }: Report, today: CivilDate): boolean => state === 'published' && (publishedOn ?? '') <= today;

function withoutText(report: Report): Report {
  const { hallBallot: _ballot, response: _response, followUp: _followUp, ...row } = report;
  return { ...row, attachments: [], body: '' };
}

function only<K extends ListedKind>(records: Records, kind: K, test: (record: RecordOf[K]) => boolean): Map<string, RecordOf[K]> {
  const list: Map<string, RecordOf[K]> = records[kind] as Map<string, RecordOf[K]>;
  return new Map([...list].filter(([, record]) => test(record)));
}
