import { Feed } from 'feed';
import type { PublicMessage } from '../../db/domain/public-message.ts';
import type { Frame } from '../queries/frame.ts';
import { zhHans } from '../words/zh-Hans.ts';

const dayOf = (on: string): Date => new Date(`${on}T00:00:00+08:00`);

/** The library takes titles and contents as HTML; ours are plain text. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Published messages with their answers as Atom (RFC 4287), newest first; an entry is updated by its last answer. */
export function messageFeed(frame: Pick<Frame, 'name' | 'operator' | 'licence' | 'asOf'>, messages: readonly PublicMessage[], site: URL): string {
  const address = (path: string): string => new URL(path, site).href;
  const tag = (of: string): string => `tag:${site.hostname},2026:${of}`;
  const words = zhHans.messages;
  const updated = (message: PublicMessage): string =>
    [message.publishedOn, ...message.answers.map(({ on }) => on)].toSorted().at(-1) ?? message.publishedOn;
  const feed = new Feed({
    id: tag('messages/feed'),
    title: `${words.listTitle} · ${frame.name}`,
    description: words.listLead,
    link: address('/messages/'),
    feed: address('/messages/feed.xml'),
    updated: dayOf(messages.map(updated).toSorted().at(-1) ?? frame.asOf),
    author: { name: frame.operator.name },
    copyright: frame.licence,
    generator: 'Huiyin',
  });
  for (const message of messages) {
    const answers = message.answers.map(({ on, text }) => `${words.answers}（${on}）：${text}`);
    feed.addItem({
      id: tag(`messages/${message.id}`),
      title: plain(message.title),
      link: address(`/messages/${message.id}/`),
      date: dayOf(updated(message)),
      published: dayOf(message.publishedOn),
      category: [{ term: words.kindLabels[message.kind] }],
      content: plain([message.text, ...answers].join('\n')),
    });
  }
  return `${feed.atom1()}\n`;
}
