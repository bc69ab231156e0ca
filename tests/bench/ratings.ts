/** Durable ratings a second: the API on the Node host beside raw libSQL with one commit each, in turns, fresh data each. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { startProgram, untilPrinted, type Program } from '../support/run-program.ts';
import { benchFolder } from './bench-folder.ts';
import { benchPort } from './bench-port.ts';
import { checkKept, openVote, type Vote } from './open-vote.ts';
import { pin } from './pin.ts';
import { median, type Result } from './result.ts';
import type { Timed } from './timed.ts';

/** In each run, of which nine tenths are timed. */
const RATINGS = 22_500;
const RATINGS_IN_WORKERD = 5000;
const PAIRS = 3;

/** Measures all; takes a minute or two. @throws where a rating is refused, or one that was acknowledged is not kept */
export async function benchRatings(): Promise<Result[]> {
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    ours.push(await inFreshVote((vote) => overHttp(vote)));
    peer.push(await inFreshVote(({ database }) => timedProgram(startProgram(['tests/bench/raw-ratings.ts', database], {}), 0)));
  }
  const ratios = ours.map((value, pair) => value / (peer[pair] ?? Number.NaN));
  return [
    {
      name: 'durable ratings, Node host over HTTP / raw libSQL, one commit each',
      ours: median(ours),
      peer: median(peer),
      unit: 'ratings/s',
      ratio: median(ratios),
      goal: { atLeast: 0.8 },
      note: `${RATINGS} ratings a run, all kept; 64 connections, loopback; server and raw loop on one core; ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}; ${spreadOf(ours)}`,
    },
    {
      name: 'durable ratings, Node host over HTTP, with repeat keys',
      ours: await inFreshVote((vote) => overHttp(vote, 'with-keys')),
      unit: 'ratings/s',
      note: 'as forms send them',
    },
    { name: 'durable ratings, the app in process', ours: await inProcess('node', RATINGS), unit: 'ratings/s', note: 'no HTTP; 64 at once' },
    {
      name: 'durable ratings, workerd over the local libSQL endpoint',
      ours: await inProcess('workerd', RATINGS_IN_WORKERD),
      unit: 'ratings/s',
      note: 'one commit each; the endpoint is for development',
    },
  ];
}

/** How far runs of the same side lie apart; a wide spread says that the machine was busy, and the ratio is worth little. */
const spreadOf = (rates: readonly number[]): string => {
  const spread = (Math.max(...rates) - Math.min(...rates)) / median(rates);
  return `our runs ${Math.round(spread * 100)} % apart${spread > 0.15 ? ': too busy a machine, measure again' : ''}`;
};

const inFreshVote = async (rate: (vote: Vote) => Promise<Timed>): Promise<number> => (await timedVote(RATINGS, rate)).perSecond;

/** @throws where one that was acknowledged is not kept, or is kept twice */
export const timedVote = async (count: number, rate: (vote: Vote) => Promise<Timed>): Promise<Timed> => {
  const vote = await openVote(count);
  try {
    const timed = await rate(vote);
    const db = await openDatabase({ url: `file:${vote.database}` });
    await checkKept(db, timed.acknowledged).finally(db.close);
    return timed;
  } finally {
    vote.remove();
  }
};

export const overHttp = async ({ dataDir, codes }: Vote, keys: 'with-keys' | 'without-keys' = 'without-keys'): Promise<Timed> => {
  const port = String(await benchPort());
  const codesFile = join(dataDir, 'codes.json');
  writeFileSync(codesFile, JSON.stringify(codes), { mode: 0o600 });
  const server = startProgram(['functions/node.ts'], { DATA_DIR: dataDir, PORT: port });
  try {
    await untilPrinted(server, `:${port}`);
    pin(server.child.pid, 0);
    return await timedProgram(startProgram(['tests/bench/send-ratings.ts', port, codesFile, keys], {}), 1);
  } finally {
    server.child.kill('SIGTERM');
    await server.ended;
  }
};

const inProcess = async (host: 'node' | 'workerd', count: number): Promise<number> => {
  // The database of this process is a temporary file, which is to lie on the disk as well.
  const { folder, remove } = benchFolder();
  const program = startProgram(['tests/bench/rate-in-process.ts', host, String(count)], { TMPDIR: folder });
  try {
    return (await timedProgram(program, host === 'node' ? 0 : undefined)).perSecond;
  } finally {
    remove();
  }
};

/** Waits for the line that printTimed writes last. */
export const timedProgram = async (program: Program, core?: 0 | 1): Promise<Timed> => {
  if (core !== undefined) pin(program.child.pid, core);
  const { code, output } = await program.ended;
  if (code !== 0) throw new Error(output);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Timed;
};
