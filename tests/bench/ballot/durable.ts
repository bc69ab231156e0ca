/** What group commit is worth, and a hundred thousand ratings over HTTP on one core. */
import { startProgram } from '../../support/run-program.ts';
import { overHttp, timedProgram, timedVote } from '../ratings.ts';
import { median, type Result } from '../result.ts';

const RATINGS = 8000;
const MANY = 100_000;
const PAIRS = 3;

const kept = (mode: 'group' | 'single' | 'raw100'): Promise<number> =>
  timedVote(RATINGS, ({ database }) => timedProgram(startProgram(['tests/bench/keep-ratings.ts', mode, database], {}), 0)).then(
    ({ perSecond }) => perSecond,
  );

export async function benchDurable(): Promise<Result[]> {
  const runs: { group: number; single: number; raw100: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair++) runs.push({ group: await kept('group'), single: await kept('single'), raw100: await kept('raw100') });
  const of = (name: 'group' | 'single' | 'raw100'): number => median(runs.map((run) => run[name]));
  return [
    {
      name: 'durable ratings, in groups / one commit each, the same statements',
      ours: of('group'),
      peer: of('single'),
      unit: 'ratings/s',
      ratio: median(runs.map(({ group, single }) => group / single)),
      goal: { atLeast: 5 },
      note: 'without HTTP and keyed hashes; one core',
    },
    {
      name: 'durable ratings, in groups / raw FULL loop of batches of 100',
      ours: of('group'),
      peer: of('raw100'),
      unit: 'ratings/s',
      ratio: median(runs.map(({ group, raw100 }) => group / raw100)),
      goal: { atLeast: 0.25 },
      note: 'the raw loop keeps claim and grades alone; ours also receipt, sum and audit row',
    },
  ];
}

/** The whole of a large vote. @throws where one answer is not 201, or a rating is missing or double afterwards */
export async function benchMany(): Promise<Result[]> {
  const { perSecond, p99 = Number.NaN } = await timedVote(MANY, (vote) => overHttp(vote));
  return [
    {
      name: '100,000 ratings over HTTP, Node host on one core',
      ours: MANY / perSecond,
      unit: 's',
      goal: { atMost: 300 },
      note: '0 errors, all kept once',
    },
    { name: 'the slowest hundredth of them', ours: p99, unit: 'ms', goal: { atMost: 200 }, note: 'p99, 64 connections' },
  ];
}
