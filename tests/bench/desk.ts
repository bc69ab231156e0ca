/** The desk with 50,000 messages: how long its pages take on the Node host, and what a sign-in costs in workerd. */
import type { Database } from '../../db/client.ts';
import { newId } from '../../db/domain/ids.ts';
import { countTries } from '../../db/queries/sign-in-tries.ts';
import { HOSTS, type ApiHost } from '../support/api-host.ts';
import { deskVisitor, enterAs, type Entered } from '../support/desk-visitor.ts';
import { OWN_PASSWORD } from '../support/enter-desk.ts';
import { median, type Result } from './result.ts';

const MESSAGES = 50_000;
const TRIES = 30;
const GOAL = 150;
const SPRAYED = 10_000;

/** Routes that the desk's pages are made of, with what they show. */
const ROUTES: [string, (id: string) => string][] = [
  ['first page: counts of all queues', () => '/queues'],
  ['queue of new letters', () => '/messages?queue=new'],
  ['queue of what is overdue', () => '/messages?queue=overdue'],
  ['queue of silent deputies', () => '/messages?queue=silent'],
  ['queue to be published', () => '/messages?queue=toPublish'],
  ['all letters, page 100', () => '/messages?queue=all&page=100'],
  ['search in all texts', () => `/messages?queue=all&q=${encodeURIComponent('没有这样的词')}`],
  ['one letter', (id) => `/messages/${id}`],
  ['list of the audit', () => '/audit'],
];

/** Measures all; takes a minute. */
export async function benchDesk(): Promise<Result[]> {
  const [[, startNode], [, startWorker]] = HOSTS;
  const node = await startNode();
  try {
    const id = await fill(node.db);
    const admin = await enterAs(node, 'admin');
    const results: Result[] = [];
    for (const [name, path] of ROUTES) results.push(await timedRoute(name, admin, path(id)));
    return [...results, await spraying(node.db), await signInCost(await startWorker())];
  } finally {
    await node.close();
  }
}

async function timedRoute(name: string, admin: Entered, path: string): Promise<Result> {
  const times: number[] = [];
  for (let at = 0; at < TRIES; at++) {
    const began = performance.now();
    const response = await admin.get(path);
    await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - began);
  }
  const slowest = Math.max(...times);
  return {
    name: `desk, ${MESSAGES} messages: ${name}`,
    ours: median(times),
    unit: 'ms',
    goal: { atMost: GOAL },
    note: `median of ${TRIES}, slowest ${slowest.toFixed(0)} ms; API in process, session looked up`,
  };
}

/** Row 27: wrong passwords for many accounts at once, as they are counted before a password is looked at. */
async function spraying(db: Database): Promise<Result> {
  let looked = 0;
  for (let at = 0; at < SPRAYED; at++) {
    const limits = [
      { key: `account ${at % 1000}`, most: 5, seconds: 900 },
      { key: 'all', most: 60, seconds: 900 },
    ];
    if ((await countTries(db, limits)).allowed) looked++;
  }
  return {
    name: `desk, ${SPRAYED} wrong passwords in one window`,
    ours: looked,
    unit: 'looked at',
    goal: { atMost: 60 },
    note: 'over 1,000 accounts; the rest is refused before the password costs anything',
  };
}

/** A sign-in in workerd, nearly all of which is one scrypt: on a core of its own, time is CPU. */
async function signInCost(worker: ApiHost): Promise<Result> {
  try {
    const clerk = await enterAs(worker, 'clerk');
    const times: number[] = [];
    const idle: number[] = [];
    for (let at = 0; at < 12; at++) {
      const visitor = deskVisitor(worker);
      visitor.cookies.set('__Host-desk-device', clerk.cookies.get('__Host-desk-device') ?? '');
      const began = performance.now();
      const response = await visitor.post('/session', { name: clerk.name, password: OWN_PASSWORD });
      if (response.status !== 200) throw new Error(`signing in answered ${response.status}`);
      times.push(performance.now() - began);
      const then = performance.now();
      await deskVisitor(worker).get('/me');
      idle.push(performance.now() - then);
    }
    return {
      name: 'desk, sign-in by password in workerd',
      ours: median(times),
      unit: 'ms',
      note: `a request without a password takes ${median(idle).toFixed(1)} ms; the rest is scrypt (N 16384, r 16), and needs the paid plan`,
    };
  } finally {
    await worker.close();
  }
}

/** Messages of four years: most closed, as many waiting as a busy office has. Returns the id of one that waits. */
async function fill(db: Database): Promise<string> {
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const text = '路灯从上周起不亮，晚上看不见台阶，老人已经摔过一次，希望尽快修好，也想知道归哪个单位管。'.repeat(4);
  let last = '';
  for (let from = 0; from < MESSAGES; from += 500) {
    const rows = Array.from({ length: 500 }, (_, at) => {
      const number = from + at;
      const waits = number % 20 === 0;
      const state = waits ? (['submitted', 'accepted', 'forwarded', 'appealed'][(number / 20) % 4] ?? 'submitted') : 'closed';
      const sent = day(waits ? (number / 20) % 60 : 60 + (number % 1400));
      return {
        id: newId('msg'),
        state,
        sent,
        due: day(waits ? ((number / 20) % 60) - 30 : 30),
        title: `第${number}封`,
        published: waits ? null : sent,
      };
    });
    last = rows.find(({ state }) => state === 'submitted')?.id ?? last;
    const given = JSON.stringify(rows);
    await db.client.batch(
      [
        {
          sql: `INSERT INTO messages (id, recipient, kind, title, text, consented, hide_name, trust, state, submitted_on, expected_by, published_on)
                SELECT value ->> 'id', 'people:lin-xiaohe', 'help', value ->> 'title', ?, 1, 1, 'normal', value ->> 'state', value ->> 'sent', value ->> 'due', value ->> 'published' FROM json_each(?)`,
          args: [text, given],
        },
        {
          sql: `INSERT INTO message_events (message_id, ordinal, state, on_day) SELECT value ->> 'id', 1, 'submitted', value ->> 'sent' FROM json_each(?)`,
          args: [given],
        },
        { sql: `INSERT INTO message_groups (message_id, group_id) SELECT value ->> 'id', value ->> 'id' FROM json_each(?)`, args: [given] },
        {
          sql: `INSERT INTO audit (id, at, actor, act, target) SELECT 'aud' || (value ->> 'id'), '2026-11-22', 'staff:a', 'accept-message', value ->> 'id' FROM json_each(?)`,
          args: [given],
        },
      ],
      'write',
    );
  }
  return last;
}
