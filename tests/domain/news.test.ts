import { describe, expect, test } from 'vitest';
import { workingDays } from '../../db/domain/calendar.ts';
import { newsOf } from '../../db/domain/news.ts';
import { timedRelease } from '../../db/domain/published.ts';
import { loadRecords } from '../../db/records/load.ts';

const TODAY = '2026-11-22';
const { records } = loadRecords('content', TODAY);
const days = workingDays([...records.calendars.values()]);
const news = newsOf(records, days, TODAY);

describe('what happened', () => {
  test('is told once each, newest first, and never before its day', () => {
    expect(new Set(news.map(({ id }) => id)).size).toBe(news.length);
    expect(news.map(({ on }) => on)).toEqual(
      news
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    );
    expect(news.every(({ on }) => on <= TODAY)).toBe(true);
    expect(news.length).toBeGreaterThan(400);
  });

  test('keeps its name and its day as time goes by: on the next day there is only more', () => {
    const before = new Map(newsOf(records, days, '2026-09-01').map((item) => [item.id, item.on]));
    const now = new Map(news.map((item) => [item.id, item.on]));
    // A promise that was owed then and was kept since is no longer owed: what was late has its own name.
    const gone = [...before.keys()].filter((id) => !now.has(id));
    expect(gone.filter((id) => !id.includes('/promiseOverdue/'))).toEqual([]);
    for (const [id, on] of before) if (now.has(id)) expect(now.get(id), id).toBe(on);
  });

  test('says of every proposal that is overdue today since when, and of every reply that came late that it did', () => {
    const overdue = news.filter(({ kind }) => kind === 'overdue');
    const late = news.filter(({ kind }) => kind === 'replyLate');
    expect(overdue.length).toBeGreaterThan(late.length);
    for (const { ref, on } of late) expect(overdue.some((item) => item.ref === ref && item.on <= on)).toBe(true);
  });

  test('tells nothing of a reply that is held back but that it was given', () => {
    const [first] = [...records.replies.values()].filter(({ publishedOn, result, interim }) => publishedOn && result && !interim);
    if (!first) throw new Error('no such reply');
    const held = timedRelease({ ...records, replies: new Map([...records.replies, [first.id, { ...first, publishedOn: '2026-12-01' }]]) }, TODAY);
    const told = newsOf(held, days, TODAY).filter(({ id }) => id.includes(`/${first.id}`));
    expect(told.map(({ kind, what }) => [kind, what])).toEqual([[expect.stringMatching(/^reply/), undefined]]);
  });
});
