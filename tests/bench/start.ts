/** How long a newcomer waits after `npm start`, with the sample county and no data yet, until the home page answers. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/run-program.ts';
import { benchFolder } from './bench-folder.ts';
import { benchPort } from './bench-port.ts';
import { groupPeakMiB } from './group-memory.ts';
import type { Result } from './result.ts';

const LONGEST = 300_000;
const POLL = 100;

/** Starts the site once as the README says, and stops it. @throws with its output where it ends or does not answer in 5 minutes */
export async function benchStart(): Promise<Result[]> {
  const { folder, remove } = benchFolder();
  const port = await benchPort();
  const { PATH = '', HOME = '' } = process.env;
  const begun = performance.now();
  // A group of its own: npm, its shell, the server and the publishing beside it are stopped together.
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    env: { PATH, HOME, DATA_DIR: join(folder, 'data'), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const group = npm.pid ?? Number.NaN;
  try {
    let peakMiB = 0;
    while (!(await answers(port))) {
      if (npm.exitCode !== null || performance.now() - begun > LONGEST) throw new Error(output);
      peakMiB = Math.max(peakMiB, groupPeakMiB(group));
      await sleep(POLL);
    }
    const seconds = (performance.now() - begun) / 1000;
    return [
      {
        name: 'npm start, fresh data, sample county: first page',
        ours: seconds,
        unit: 's',
        goal: { atMost: 60 },
        note: 'check, sample rows, build, index, verify, serve',
      },
      { name: 'npm start: peak memory of its largest process', ours: peakMiB, unit: 'MiB', note: `looked at every ${POLL} ms` },
    ];
  } finally {
    await stopGroup(group);
    remove();
  }
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    async (page) => {
      await page.text();
      return page.status === 200;
    },
    () => false,
  );

/** Asks all of the group to stop; who is left after 10 s is made to. */
const stopGroup = async (group: number): Promise<void> => {
  const end = performance.now() + 10_000;
  for (let left = send(group, 'SIGTERM'); left && performance.now() < end; left = send(group, 0)) await sleep(POLL);
  send(group, 'SIGKILL');
};

/** False where nobody of the group is left. */
const send = (group: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
};

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
