/**
 * The Atom feeds, made at build. Their addresses:
 *   /feeds/proposals.xml  overdue.xml  promises.xml  announcements.xml  reports.xml
 *   /feeds/unit/ID.xml  topic/ID.xml  session/KEY.xml  deputy/ID.xml (whoever leads a proposal or has reported)
 */
import type { NewsKind } from '../../db/domain/news.ts';
import { splitRef } from '../../db/domain/record-fields.ts';
import { listingLabel } from '../words/listing.ts';
import { zhHans } from '../words/zh-Hans.ts';
import { oncePer, type County } from './county.ts';
import { allNews, type NewsEntry } from './news.ts';
import { listings } from './proposal-lists.ts';
import { proposalsByLead } from './proposals.ts';
import { reportsByPerson } from './activities.ts';

export const FEED_AXES = ['unit', 'topic', 'session', 'deputy'] as const;
export type FeedAxis = (typeof FEED_AXES)[number];
/** `name` stands in the address, `page` is where a reader finds the same; entries newest first, at most 50. */
export type FeedFacts = { name: string; axis: FeedAxis | undefined; title: string; label: string; page: string; entries: NewsEntry[] };

const MOST = 50;
const PROMISES: ReadonlySet<NewsKind> = new Set(['promiseKept', 'promiseKeptLate', 'promiseBroken', 'promiseChanged', 'promiseOverdue']);

/** Every feed by its name. */
export const feeds = oncePer((county): Map<string, FeedFacts> => new Map([...wholeSite(county), ...byAxis(county)].map((feed) => [feed.name, feed])));

/** Address and title of a feed, for a page that has one; undefined where there is none. */
export function feedOf(county: County, name: string): { href: string; title: string } | undefined {
  const feed = feeds(county).get(name);
  return feed && { href: `/feeds/${name}.xml`, title: feed.title };
}

function wholeSite(county: County): FeedFacts[] {
  const all = allNews(county);
  const { name: names } = zhHans.news.feeds;
  const feed = (name: keyof typeof names, page: string, test: (entry: NewsEntry) => boolean): FeedFacts => ({
    ...{ name, page, axis: undefined, title: names[name], label: names[name] },
    entries: all.filter(test).slice(0, MOST),
  });
  return [
    feed('proposals', '/proposals/', ({ ref }) => splitRef(ref).kind === 'proposals'),
    feed('overdue', '/proposals/#overdue', ({ kind }) => kind === 'overdue'),
    feed('promises', '/promises/', ({ kind }) => PROMISES.has(kind)),
    feed('announcements', '/announcements/', ({ kind }) => kind === 'announcement' || kind === 'decision'),
    feed('reports', '/reports/', ({ kind }) => kind === 'report'),
  ];
}

const newsByRecord = oncePer((county) => Map.groupBy(allNews(county), ({ ref }) => ref));

/** The news of these records, newest first, as a feed keeps them. */
const newsOfRecords = (county: County, refs: readonly string[]): NewsEntry[] =>
  [...new Set(refs)]
    .flatMap((ref) => newsByRecord(county).get(ref) ?? [])
    .toSorted((a, b) => b.on.localeCompare(a.on) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);

function byAxis(county: County): FeedFacts[] {
  const words = zhHans.news.feeds;
  const lists = (axis: FeedAxis, of: 'unit' | 'topic' | 'register'): FeedFacts[] =>
    listings(county)[of].map(({ key, path, subject, entries }) => {
      const label = listingLabel(subject, zhHans);
      const refs = entries.map(({ proposal }) => `proposals:${proposal.id}`);
      const page = of === 'unit' ? `/units/${key}/` : path;
      return { name: `${axis}/${key}`, axis, title: words.of(label), label, page, entries: newsOfRecords(county, refs) };
    });
  return [...lists('unit', 'unit'), ...lists('topic', 'topic'), ...lists('session', 'register'), ...byDeputy(county)];
}

const byDeputy = (county: County): FeedFacts[] =>
  [...county.records.people.values()].flatMap((person): FeedFacts[] => {
    const led = (proposalsByLead(county).get(person.id) ?? []).map(({ proposal }) => `proposals:${proposal.id}`);
    const reported = (reportsByPerson(county).get(person.id) ?? []).map(({ id }) => `reports:${id}`);
    const entries = newsOfRecords(county, [...led, ...reported]);
    if (entries.length === 0) return [];
    const title = zhHans.news.feeds.deputy(`${person.name}${person.marker ?? ''}`);
    return [
      { name: `deputy/${person.id}`, axis: 'deputy', title, label: `${person.name}${person.marker ?? ''}`, page: `/deputies/${person.id}/`, entries },
    ];
  });
