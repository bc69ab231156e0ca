import { addDays } from '../../db/domain/civil-date.ts';
import { areAlike, bandsOf, runsOf } from '../../db/domain/likeness.ts';
import { forgetBands, groupsByBands, keepGroup, ungroupedSince, type Ungrouped } from '../../db/queries/message-groups.ts';
import { today, type AppContext } from '../context.ts';

/** Days back to which a campaign is looked for, and messages a run takes at most. */
const DAYS = 60;
const MOST = 500;

// The title counts as part of the text: many campaigns change only one of them.
const textOf = ({ title, text }: Ungrouped): string => `${title}\n${text}`;

/** Each minute: puts new messages beside those that say the same, so that the desk sees a campaign as one thing. Returns how many. */
export async function groupMessages(context: Pick<AppContext, 'db' | 'clock' | 'settings'>): Promise<number> {
  const since = addDays(today(context), -DAYS);
  const found = await ungroupedSince(context.db, since, MOST);
  for (const message of found) {
    const runs = runsOf(textOf(message));
    const bands = bandsOf(runs);
    const first = bands.length === 0 ? undefined : (await groupsByBands(context.db, bands)).find((other) => areAlike(runs, runsOf(textOf(other))));
    await keepGroup(context.db, { id: message.id, groupId: first?.id ?? message.id, bands });
  }
  if (found.length > 0) await forgetBands(context.db, since);
  return found.length;
}
