/** What deputies did and said in public: reports, activities, groups, and the announcements about their mandates. */
import type { Activity } from '../../db/domain/activity.ts';
import type { Announcement } from '../../db/domain/announcement.ts';
import type { Decision } from '../../db/domain/decision.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { groupBy } from '../../db/domain/records.ts';
import type { Report } from '../../db/domain/report.ts';
import { oncePer } from './county.ts';

/** Activities up to today that may be shown (no drafts), newest first. */
export const activities = oncePer(({ records, today }): Activity[] =>
  [...records.activities.values()].filter(({ state, from }) => state !== 'draft' && from <= today).toSorted((a, b) => b.from.localeCompare(a.from)),
);

/** Activities by year of their first day, newest year first. */
export const activitiesByYear = oncePer((county) => groupBy(activities(county), ({ from }) => from.slice(0, 4)));

/** Activities by id of the person who took part; void ones are left out. */
export const activitiesByPerson = oncePer((county) => {
  const pairs = activities(county)
    .filter(({ state }) => state !== 'void')
    .flatMap((activity) => activity.deputies.map((part) => ({ activity, ...part })));
  return groupBy(pairs, ({ mandate }) => splitRef(mandate).id);
});

/** Published reports, newest first. */
export const publishedReports = oncePer(({ records, today }): Report[] =>
  [...records.reports.values()]
    .filter(({ state, publishedOn }) => state === 'published' && (publishedOn ?? '') <= today)
    .toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '')),
);

/** All reports by person id, newest period first; unpublished ones carry no text to show. */
export const reportsByPerson = oncePer(({ records }) =>
  groupBy(
    [...records.reports.values()].toSorted((a, b) => b.to.localeCompare(a.to)),
    ({ mandate }) => splitRef(mandate).id,
  ),
);

/** Announcements up to today, newest first. */
export const announcements = oncePer(({ records, today }): Announcement[] =>
  [...records.announcements.values()].filter(({ date }) => date <= today).toSorted((a, b) => b.date.localeCompare(a.date)),
);

/** Decisions up to today, newest first. */
export const decisions = oncePer(({ records, today }): Decision[] =>
  [...records.decisions.values()].filter(({ date }) => date <= today).toSorted((a, b) => b.date.localeCompare(a.date)),
);
