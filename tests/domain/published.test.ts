import { describe, expect, test } from 'vitest';
import { publishedRecords } from '../../db/domain/published.ts';
import type { Report } from '../../db/domain/report.ts';
import { loadRecords } from '../../db/records/load.ts';

const sample = loadRecords('content', '2026-11-22').records;

describe('open data holds what pages show, and nothing earlier', () => {
  const some = <T>(list: Map<string, T>): T => [...list.values()][0] as T;

  test('of a report that is not published there is the row, without text, votes or attachments', () => {
    const report: Report = { ...some(sample.reports), id: 'draft', state: 'drafting', publishedOn: undefined, body: '草稿' };
    const timed: Report = { ...report, id: 'timed', state: 'published', publishedOn: '2026-12-01' };
    const { reports } = publishedRecords(
      {
        ...sample,
        reports: new Map([
          ['draft', report],
          ['timed', timed],
        ]),
      },
      '2026-11-22',
    );
    for (const shown of reports.values()) expect(shown).toMatchObject({ body: '', attachments: [] });
    for (const shown of reports.values()) expect(Object.keys(shown)).not.toContain('hallBallot');
    expect(publishedRecords({ ...sample, reports: new Map([['timed', timed]]) }, '2026-12-01').reports.get('timed')?.body).toBe('草稿');
  });

  test('drafts of activities and whatever is dated later are not there', () => {
    const later = '2027-01-01';
    const { proposals, replies, activities, announcements, decisions, coverage } = publishedRecords(
      {
        ...sample,
        proposals: new Map([['p', { ...some(sample.proposals), id: 'p', submittedOn: later }]]),
        replies: new Map([['r', { ...some(sample.replies), id: 'r', repliedOn: '2026-01-01', proposal: 'proposals:p' }]]),
        activities: new Map([
          ['a', { ...some(sample.activities), from: '2026-01-01', state: 'draft' as const }],
          ['b', { ...some(sample.activities), from: later }],
        ]),
        announcements: new Map([['n', { ...some(sample.announcements), date: later }]]),
        decisions: new Map([['d', { ...some(sample.decisions), date: later }]]),
        coverage: new Map([['c', { ...some(sample.coverage), date: later }]]),
      },
      '2026-11-22',
    );
    expect([proposals, replies, activities, announcements, decisions, coverage].map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('all else stays as it is', () => {
    const shown = publishedRecords(sample, '2026-11-22');
    for (const kind of ['people', 'areas', 'units', 'terms', 'stations', 'plans', 'pages'] as const) expect(shown[kind]).toBe(sample[kind]);
    expect(shown.proposals.size).toBeGreaterThan(50);
  });
});
