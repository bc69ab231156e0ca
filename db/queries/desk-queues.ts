import type { InValue } from '@libsql/client/web';
import { QUEUE_PAGE, QUEUES, type Queue } from '../domain/desk-queue.ts';
import { PUBLIC_STATES, WAITING_STATES, type MessageState } from '../domain/message-state.ts';
import type { Database } from '../remote.ts';
import { NOW } from './moment.ts';

/** The days that queues are reckoned by, and who asks. */
export type QueueDays = { today: string; nearUntil: string; silentSince: string; holder: string };

const names = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
const WAITING = `m.state IN (${names(WAITING_STATES)})`;
type Condition = { sql: string; args: (days: QueueDays) => InValue[] };

const CONDITIONS: Record<Queue, Condition> = {
  new: { sql: `m.state IN ('submitted', 'redirected') AND m.trust = 'normal'`, args: () => [] },
  lowTrust: { sql: `m.state = 'submitted' AND m.trust = 'low'`, args: () => [] },
  inHand: { sql: `m.state IN ('accepted', 'reopened')`, args: () => [] },
  nearTarget: { sql: `${WAITING} AND m.expected_by BETWEEN ? AND ?`, args: ({ today, nearUntil }) => [today, nearUntil] },
  overdue: { sql: `${WAITING} AND m.expected_by < ?`, args: ({ today }) => [today] },
  waiting: { sql: `m.state = 'forwarded'`, args: () => [] },
  silent: {
    sql: `m.state = 'forwarded' AND (SELECT max(on_day) FROM message_events e WHERE e.message_id = m.id) <= ?`,
    args: ({ silentSince }) => [silentSince],
  },
  chased: { sql: `${WAITING} AND m.chased_on IS NOT NULL`, args: () => [] },
  appeals: { sql: `m.state = 'appealed'`, args: () => [] },
  toPublish: {
    sql: `m.consented = 1 AND m.published_on IS NULL AND m.hidden = 0 AND m.state IN (${names(PUBLIC_STATES)})
          AND NOT EXISTS (SELECT 1 FROM kept_private k WHERE k.message_id = m.id)`,
    args: () => [],
  },
  hidings: { sql: `m.id IN (SELECT message_id FROM message_hidings WHERE ended_at IS NULL AND confirmed_by IS NULL)`, args: () => [] },
  mine: { sql: `m.id IN (SELECT message_id FROM message_claims WHERE holder = ? AND until > ${NOW})`, args: ({ holder }) => [holder] },
  all: { sql: '1 = 1', args: () => [] },
};

/** How many messages stand in each queue; all of them are not counted. */
export async function countQueues(db: Database, days: QueueDays): Promise<Record<Queue, number>> {
  const counted = QUEUES.filter((queue) => queue !== 'all');
  const { rows } = await db.client.execute({
    sql: `SELECT ${counted.map((queue) => `(SELECT count(*) FROM messages m WHERE ${CONDITIONS[queue].sql}) AS ${queue}`).join(', ')}`,
    args: counted.flatMap((queue) => CONDITIONS[queue].args(days)),
  });
  return Object.fromEntries(QUEUES.map((queue) => [queue, Number(rows[0]?.[queue] ?? 0)])) as Record<Queue, number>;
}

/** One line of a queue. `alike`: how many others say the same. */
export type QueueItem = {
  id: string;
  to: string;
  kind: string;
  title: string;
  excerpt: string;
  state: MessageState;
  trust: 'normal' | 'low';
  consented: boolean;
  published: boolean;
  hidden: boolean;
  submittedOn: string;
  expectedBy: string;
  movedOn: string;
  /** What in it needs care; danger comes first in every queue. */
  cares: string[];
  chasedOn: string | undefined;
  holder: string | undefined;
  alike: number;
};

/** A page of a queue, what is due first at the top; all messages newest first. `q` looks in titles and texts. */
export async function listQueue(
  db: Database,
  { queue, q, alike, page, days }: { queue: Queue; q: string | undefined; alike?: string | undefined; page: number; days: QueueDays },
): Promise<{ items: QueueItem[]; more: boolean }> {
  const condition = CONDITIONS[queue];
  const asked = q === undefined ? '' : 'AND (instr(m.title, ?) > 0 OR instr(m.text, ?) > 0 OR m.id = ?)';
  const same =
    alike === undefined
      ? ''
      : 'AND m.id IN (SELECT message_id FROM message_groups WHERE group_id = (SELECT group_id FROM message_groups WHERE message_id = ?))';
  const { rows } = await db.client.execute({
    sql: `SELECT m.id, m.recipient, m.kind, m.title, substr(m.text, 1, 90) AS excerpt, m.state, m.trust, m.consented, m.published_on, m.hidden,
            m.submitted_on, m.expected_by, m.cares, m.chased_on, (SELECT max(on_day) FROM message_events e WHERE e.message_id = m.id) AS moved_on,
            (SELECT holder FROM message_claims c WHERE c.message_id = m.id AND c.until > ${NOW}) AS holder,
            (SELECT count(*) - 1 FROM message_groups o WHERE o.group_id = (SELECT group_id FROM message_groups g WHERE g.message_id = m.id)) AS alike
          FROM messages m WHERE ${condition.sql} ${asked} ${same}
          ORDER BY ${queue === 'all' ? 'm.submitted_on DESC, m.id DESC' : `instr(m.cares, '|danger|') = 0, m.expected_by, m.id`} LIMIT ? OFFSET ?`,
    args: [
      ...condition.args(days),
      ...(q === undefined ? [] : [q, q, q]),
      ...(alike === undefined ? [] : [alike]),
      QUEUE_PAGE + 1,
      (page - 1) * QUEUE_PAGE,
    ],
  });
  const items = rows.slice(0, QUEUE_PAGE).map((row) => ({
    id: row.id as string,
    to: row.recipient as string,
    kind: row.kind as string,
    title: row.title as string,
    excerpt: row.excerpt as string,
    state: row.state as MessageState,
    trust: row.trust as 'normal' | 'low',
    consented: row.consented === 1,
    published: row.published_on !== null,
    hidden: row.hidden === 1,
    submittedOn: row.submitted_on as string,
    expectedBy: row.expected_by as string,
    movedOn: row.moved_on as string,
    cares: (row.cares as string).split('|').filter(Boolean),
    chasedOn: (row.chased_on as string | null) ?? undefined,
    holder: (row.holder as string | null) ?? undefined,
    alike: Math.max(0, Number(row.alike)),
  }));
  return { items, more: rows.length > QUEUE_PAGE };
}
