import { addDays } from '../../../db/domain/civil-date.ts';
import { NEAR_DAYS, SILENT_DAYS, type Queue, type QueueQuestion } from '../../../db/domain/desk-queue.ts';
import { isWaiting } from '../../../db/domain/message-state.ts';
import { countQueues, listQueue as listRows, type QueueDays, type QueueItem } from '../../../db/queries/desk-queues.ts';
import type { ActContext } from '../../act-context.ts';
import { today } from '../../context.ts';
import type { Staff } from '../../staff.ts';
import { titleOf } from './title-of.ts';

const daysOf = (context: ActContext, staff: Staff): QueueDays => {
  const now = today(context);
  return { today: now, nearUntil: addDays(now, NEAR_DAYS), silentSince: addDays(now, -SILENT_DAYS), holder: staff.actor };
};

/** How much waits in each queue. */
export const showQueues = (context: ActContext, staff: Staff): Promise<Record<Queue, number>> => countQueues(context.db, daysOf(context, staff));

export type ListedMessage = QueueItem & { toTitle: string; late: boolean };

/** A page of a queue. */
export async function listQueue(
  context: ActContext,
  staff: Staff,
  { queue, q, alike, page }: QueueQuestion,
): Promise<{ items: ListedMessage[]; more: boolean; page: number }> {
  const days = daysOf(context, staff);
  const [records, { items, more }] = await Promise.all([context.records.current(), listRows(context.db, { queue, q, alike, page, days })]);
  const listed = items.map(({ holder, ...item }) => ({
    ...item,
    holder: holder?.replace('staff:', ''),
    toTitle: titleOf(records, item.to),
    late: isWaiting(item.state) && item.expectedBy < days.today,
  }));
  return { items: listed, more, page };
}
