import { Feed } from 'feed';
import type { County } from '../queries/county.ts';
import type { FeedFacts } from '../queries/feeds.ts';
import { zhHans } from '../words/zh-Hans.ts';

/** The day as its first moment in Beijing. */
const dayOf = (on: string): Date => new Date(`${on}T00:00:00+08:00`);

/** The library gives titles and contents as HTML; ours are plain text. It would leave signs of markup as they are. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * A feed as Atom (RFC 4287). Ids are tags (RFC 4151) of what happened and never change; `updated` is the day on which it
 * happened, also where it was written down later. Equal records give equal bytes.
 */
export const atomFeed = ({ site: settings, today }: County, { name, title, page, entries }: FeedFacts, site: URL): string => {
  const address = (path: string): string => new URL(path, site).href;
  const tag = (of: string): string => `tag:${site.hostname},2026:${of}`;
  const words = zhHans.news;
  const feed = new Feed({
    id: tag(`feeds/${name}`),
    title: `${title} · ${settings.name}`,
    description: words.feeds.subtitle(settings.name),
    link: address(page),
    feed: address(`/feeds/${name}.xml`),
    updated: dayOf(entries[0]?.on ?? today),
    author: { name: settings.operator.name },
    copyright: settings.licence,
    generator: 'Huiyin',
  });
  for (const { id, on, label, title: about, text, path } of entries) {
    const item = { id: tag(encodeURI(id)), link: address(path), date: dayOf(on), category: [{ term: label }] };
    feed.addItem({ ...item, title: plain(words.entry(label, about)), content: plain(`${about}\n${text}`) });
  }
  return `${feed.atom1()}\n`;
};
