import type { NewsFile } from '../../db/domain/news-file.ts';
import { digestWords as words } from '../words/notices.ts';

const MOST = 40;

/** News as the lines of a mail, a paragraph a record, newest first; what would be too much is counted. */
export function digestText(items: readonly NewsFile['items'][number][], siteUrl: string): string {
  const shown = items.slice(0, MOST);
  const records = [...Map.groupBy(shown, ({ ref }) => ref).values()].map((list) => {
    const [first] = list;
    return [`《${first?.title}》`, ...list.map(({ on, label, text }) => words.line(on, label, text)), `${siteUrl}${first?.path}`].join('\n');
  });
  return [...records, ...(items.length > MOST ? [words.more(items.length - MOST)] : [])].join('\n\n');
}
