import { describe, expect, test } from 'vitest';
import { atomFeed } from '../../../site/files/atom-feed.ts';
import { countyOf } from '../../../site/queries/county.ts';
import { feeds } from '../../../site/queries/feeds.ts';
import { loadRecords } from '../../../db/records/load.ts';
import { parseAtom } from '../../support/parse-atom.ts';

const county = countyOf(loadRecords('content', '2026-11-22').records, '2026-11-22');
const site = new URL('https://rd.example.test');
const textOf = (name: string): string => atomFeed(county, feeds(county).get(name) ?? never(name), site);
const never = (name: string): never => {
  throw new Error(`no feed ${name}`);
};

describe('a reader that follows RFC 4287 understands every feed', () => {
  test('what must be there once is there once: id, title, updated, author, a link to itself', () => {
    for (const [name] of feeds(county)) {
      const feed = parseAtom(textOf(name));
      expect(feed.faults, name).toEqual([]);
      expect(feed.links, name).toContainEqual({ rel: 'self', href: `https://rd.example.test/feeds/${encodeURI(name)}.xml` });
    }
    expect(feeds(county).size).toBeGreaterThan(60);
  });

  test('ids are of what happened: the same in every feed and on every later day, and never two alike in one', () => {
    const later = countyOf(county.records, '2026-12-20');
    const before = new Map(parseAtom(textOf('unit/transport')).entries.map(({ id, updated }) => [id, updated]));
    const after = new Map(
      parseAtom(atomFeed(later, feeds(later).get('unit/transport') ?? never('later'), site)).entries.map((entry) => [entry.id, entry.updated]),
    );
    for (const [id, updated] of before) if (after.has(id)) expect(after.get(id)).toBe(updated);
    expect([...before.keys()].filter((id) => after.has(id)).length).toBeGreaterThan(20);
  });

  test('the day is the day on which it happened, newest first', () => {
    const { entries } = parseAtom(textOf('overdue'));
    expect(entries.length).toBeGreaterThan(2);
    const days = entries.map(({ updated }) => updated);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days[0]).toMatch(/T16:00:00\.000Z$/);
  });
});

test('signs of markup in a title are read as they were written', () => {
  const records = loadRecords('content', '2026-11-22').records;
  const first = [...records.announcements.values()].find(({ date }) => date <= '2026-11-22') ?? never('announcement');
  const title = '关于<b>“A&B”</b>]]>的&amp;公告';
  const odd = countyOf({ ...records, announcements: new Map([['odd', { ...first, id: 'odd', title }]]) }, '2026-11-22');
  const { entries, faults } = parseAtom(atomFeed(odd, feeds(odd).get('announcements') ?? never('odd'), site));
  expect(faults).toEqual([]);
  expect(entries.find(({ id }) => id.includes('announcements:odd'))?.title).toBe(`公告：${title}`);
});

test('a feed without news is still a feed', () => {
  const empty = countyOf({ ...county.records, proposals: new Map(), replies: new Map() }, '2026-11-22');
  const { faults, entries } = parseAtom(atomFeed(empty, feeds(empty).get('overdue') ?? never('empty'), site));
  expect([faults, entries]).toEqual([[], []]);
});
